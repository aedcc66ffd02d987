# Ana sayfa.
home-lead = Açık bir topluluk, grupları ve onlara öncülük eden kişiler.
home-find-group = Grubunuzu bulun
home-about = Proje hakkında
home-kinds = Grup türleri
home-no-groups = Henüz grup yok. İlkini { $file } dosyasına ekleyin.
good-to-know = Bilmekte yarar var
figure-groups = { $count ->
   *[other] grup
}
figure-leads = { $count ->
   *[other] yönetici
}
figure-subprojects = { $count ->
   *[other] alt proje
}
figure-languages = { $count ->
   *[other] dil kanalı
}
filter-label = Grupları süz
filter-hint = Ada, konuya, kişiye göre süzün…
filter-none = Uyan grup yok. Bir sözcük eksilterek deneyin ya da genel bir kanalda sorun.
row-group = Grup
row-leads = Yönetenler
row-meets = Toplantı
row-ask = Sorular için
row-notes = Toplantı notları
row-no-leads = Yönetici aranıyor
join-title = Üç adımda katılın
join-hello = Merhaba deyin
join-hello-text = Her grup, takip ettiği kanalı belirtir. Orada kendinizi tanıtın; davet gerekmez.
join-invitation = Yeni misiniz? Önce herkese açık daveti kabul edin: { $place }.
join-rules = Kuralları öğrenin
join-rules-text = Nazik olun, açıkta çalışın, büyük değişikliklerden önce sorun.
join-group = Bir grup seçip uğrayın
join-group-text = { $find }, son notlarını okuyun ve bir sonraki toplantısına gelin.
join-group-find = İlgilendiğiniz konuda çalışan grubu bulun
code-of-conduct = Davranış kuralları
contribution-guide = Katkı kılavuzu
home-next = Şimdi ve sırada
home-calendar = Tüm toplantılar
home-join = Nasıl katılınır
filter-any-kind = Her tür
filter-any-hour = Herhangi bir saatte
filter-day = Çalışma saatlerimde
filter-evening = Akşam saatlerimde
join-all-channels = Tüm kanallar
