# Rozetler, haber akışları ve başka siteler için kartlar: sayfaların dışında okunanlar. Saatler UTC'dir.
moment-day = { $day } { $month ->
    [1] Oca
    [2] Şub
    [3] Mar
    [4] Nis
    [5] May
    [6] Haz
    [7] Tem
    [8] Ağu
    [9] Eyl
    [10] Eki
    [11] Kas
   *[12] Ara
}
moment-short = { $day }, { $time } UTC
badge-next-meeting = sonraki toplantı
badge-no-date = tarih yok
badge-listed = kayıtlı
badge-active = etkin
badge-forming = kuruluyor
badge-paused = ara verdi
badge-retired = sona erdi
embed-meetings = toplantılar
embed-subscribe = Takvime abone ol
embed-no-meeting = Önümüzdeki üç ay içinde tarihi belli bir toplantı yok.
embed-none = Önümüzdeki iki hafta içinde tarihi belli bir toplantı yok.
news-title = { $name }: haberler
news-status = { $group }: { $state }
news-role-since = { $group }: { $person } göreve başladı ({ $role })
news-role-until = { $group }: { $person } görevi bıraktı ({ $role })
news-role-chairs = başkan
news-role-tech-leads = teknik lider
news-role-emeritus-leads = onursal lider
news-role-members = üye
news-role-subproject-leads = alt proje lideri
news-cancelled = { $series }: { $day } günü toplantı yok
news-moved = { $series }: { $from } yerine { $to }
news-extra = { $series }: { $day } günü ek toplantı
news-break = { $from } – { $to } arasında toplantı yok
news-break-day = { $from } günü toplantı yok
news-week = { $day } ile başlayan haftanın toplantıları
news-meeting = { $series }: { $day }
news-join = Katıl
news-agenda = Gündem ve notlar
news-recordings = Kayıtlar
banner-outdated = Kayıt değişti ama şu anda okunamıyor; burada değişiklikten önceki hâli görülüyor.
