# Topluluğun konuştuğu yerler.
channels-title = Kanallar
channels-lead = Bu topluluğun konuştuğu yerler. Herkes okuyabilir, sorabilir, yanıtlayabilir.
channels-none = Henüz kayıtlı kanal yok. Herkese açık kanallar { $file } dosyasında { $key } altına yazılır.
channels-general = Herkes için
channels-languages = Dile göre
channels-groups = Gruba göre
