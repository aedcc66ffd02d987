# Üst bölüm, alt bölüm ve her sayfada ortak olanlar.
skip-to-content = İçeriğe geç
site-navigation = Site
nav-groups = Gruplar
theme = Tema
theme-system = Tema: sisteminizdeki gibi
theme-light = Tema: açık
theme-dark = Tema: koyu
language = Dil
footer-record = Buradaki her şey topluluğun kendi deposundan okunur
footer-mend = düzeltin ya da ekleyin
footer-made-with = Folkmoot ile hazırlandı
more-series = { $count } toplantı dizisi daha
copy = Kopyala
copied = Kopyalandı
filter-found = Bulunan grup: %n
menu = Menü
