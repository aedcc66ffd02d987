# Toplantı dizilerinin zamanı ve bağlantıları.
meeting-join = Katıl
meeting-notes = Notlar
meeting-recordings = Kayıtlar
meeting-calendar = Takvim
meeting-unnamed = Toplantı
meeting-no-time = Belirli bir saati yok
meeting-since = başlangıç: { $day }
meeting-until = bitiş: { $day }
when-at = { $days }, { $clock }
when-weekly = her { $days }
when-every-weeks = { $count ->
    [2] iki haftada bir { $days }
   *[other] { $count } haftada bir { $days }
}
when-monthly = her ayın { $days } günü
when-every-months = { $count } ayda bir, ayın { $days } günü
when-nth = { $nth } { $day }
when-first = ilk
when-second = ikinci
when-third = üçüncü
when-fourth = dördüncü
when-fifth = beşinci
when-last = son
when-monday = Pazartesi
when-tuesday = Salı
when-wednesday = Çarşamba
when-thursday = Perşembe
when-friday = Cuma
when-saturday = Cumartesi
when-sunday = Pazar
next-now = Şimdi
next-agenda = Gündem ve notlar
next-one = Sonraki toplantı
