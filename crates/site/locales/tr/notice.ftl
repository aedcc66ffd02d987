# Bir şey ters gittiğinde gösterilen sayfalar.
notice-not-found = Burada bir sayfa yok
notice-not-found-text = Grubun adı değişmiş, grup kapanmış ya da bağlantı yarım kalmış olabilir.
notice-failed = Bizim tarafımızda bir sorun oluştu
notice-failed-text = Sizden kaynaklanmıyor. Lütfen biraz sonra yeniden deneyin.
notice-refused = Bu istek karşılanamıyor
notice-refused-text = Bu site yalnızca sıradan sayfa isteklerine yanıt verir.
notice-home = Tüm gruplar
