from django.urls import path

from gatherings.views import conferences, delegates, honours, programme, quotas

CONFERENCES = [
    path("hoi-nghi/", conferences.ConferenceList.as_view(), name="conferences"),
    path("hoi-nghi/lap/", conferences.conference_new, name="conference-new"),
    path("hoi-nghi/<int:pk>/", conferences.conference_detail, name="conference"),
    path("hoi-nghi/<int:pk>/sua/", conferences.conference_edit, name="conference-edit"),
    path("hoi-nghi/<int:pk>/buoc/<slug:verb>/", conferences.conference_move, name="conference-move"),
    path("hoi-nghi/<int:pk>/so/<slug:kind>/", conferences.conference_number, name="conference-number"),
    path("hoi-nghi/<int:pk>/cac-cap/", conferences.conference_levels, name="conference-levels"),
    path("hoi-nghi/<int:pk>/chi-tieu/", quotas.quotas, name="conference-quotas"),
    path("hoi-nghi/<int:pk>/phan-cong/", quotas.duties, name="conference-duties"),
    path("hoi-nghi/<int:pk>/diem-danh/", quotas.attendance, name="conference-attendance"),
    path("hoi-nghi/<int:pk>/dai-bieu/", delegates.ConferenceDelegates.as_view(), name="conference-delegates"),
    path("hoi-nghi/<int:pk>/dai-bieu/cu/", delegates.delegate_new, name="delegate-new"),
    path("hoi-nghi/<int:pk>/dai-bieu/cap-duoi/", quotas.from_below, name="delegates-from-below"),
    path("hoi-nghi/dai-bieu/", delegates.DelegateList.as_view(), name="delegates"),
    path("hoi-nghi/dai-bieu/<int:pk>/", delegates.delegate_detail, name="delegate"),
    path("hoi-nghi/dai-bieu/<int:pk>/sua/", delegates.delegate_edit, name="delegate-edit"),
    path("hoi-nghi/dai-bieu/<int:pk>/thay/", delegates.delegate_replace, name="delegate-replace"),
    path("hoi-nghi/dai-bieu/<int:pk>/rut/", delegates.delegate_withdraw, name="delegate-withdraw"),
    path("hoi-nghi/dai-bieu/<int:pk>/buoc/<slug:verb>/", delegates.delegate_move, name="delegate-move"),
    path("hoi-nghi/<int:pk>/chuong-trinh/", programme.conference_programme, name="conference-programme"),
    path("hoi-nghi/<int:pk>/chuong-trinh/them/", programme.block_new, name="block-new"),
    path("hoi-nghi/muc/<int:pk>/sua/", programme.block_edit, name="block-edit"),
    path("hoi-nghi/muc/<int:pk>/bo/", programme.block_delete, name="block-delete"),
    path("hoi-nghi/muc/<int:pk>/chuyen/<slug:way>/", programme.block_shift, name="block-shift"),
    path("hoi-nghi/<int:pk>/tham-luan/them/", programme.talk_new, name="talk-new"),
    path("hoi-nghi/tham-luan/<int:pk>/sua/", programme.talk_edit, name="talk-edit"),
    path("hoi-nghi/tham-luan/<int:pk>/bo/", programme.talk_delete, name="talk-delete"),
    path("hoi-nghi/tham-luan/<int:pk>/chuyen/<slug:way>/", programme.talk_shift, name="talk-shift"),
    path("hoi-nghi/tham-luan/<int:pk>/tep/", programme.talk_file, name="talk-file"),
    path("hoi-nghi/<int:pk>/khen-thuong/", honours.conference_honours, name="conference-honours"),
    path("hoi-nghi/<int:pk>/khen-thuong/them/", honours.honours_add, name="honours-add"),
    path("hoi-nghi/<int:pk>/khen-thuong/chia-luot/", honours.honours_split, name="honours-split"),
    path("hoi-nghi/<int:pk>/khen-thuong/luot/<int:batch>/", honours.honours_hand, name="honours-hand"),
    path("hoi-nghi/khen-thuong/<int:pk>/bo/", honours.honour_delete, name="honour-delete"),
]

app_name = "gatherings"
urlpatterns = [*CONFERENCES]
