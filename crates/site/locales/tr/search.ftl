# Arama: iletişim kutusu ve sayfası.
search = Ara
search-label = Grup, kişi, belge arayın…
search-hint = Ara (/ ya da Ctrl K tuşları)
search-none = Sonuç bulunamadı. Daha az ya da başka sözcükler deneyin.
search-failed = Arama yüklenemedi.
search-results = Sonuç: %n
search-found = { $count } sonuç
search-close = Kapat
search-group = Grup
search-person = Kişi
search-subproject = Alt proje
search-meeting = Toplantı
search-document = Belge
