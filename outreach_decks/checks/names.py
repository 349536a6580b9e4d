"""Words that tell names of persons and places from others, for the checks of cases."""

from __future__ import annotations

from typing import Final


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Capitals of prefectures, and other cities and quarters that everybody knows. Bare names of prefectures may stand, but
# one that is also its capital's name says the same of a child.
CITIES: Final = _words(
    "Sapporo Aomori Morioka Sendai Akita Yamagata Fukushima Mito Utsunomiya Maebashi Saitama Chiba Yokohama Niigata",
    "Toyama Kanazawa Fukui Kofu Nagano Gifu Shizuoka Nagoya Tsu Otsu Kyoto Osaka Kobe Nara Wakayama Tottori Matsue",
    "Okayama Hiroshima Yamaguchi Tokushima Takamatsu Matsuyama Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki",
    "Kagoshima Naha Kawasaki Sagamihara Hamamatsu Sakai Kitakyushu Hachioji Himeji Funabashi Shinjuku Shibuya",
    "Kabukicho",
)
# One of these in a pair of capitalised words makes it no name of a person.
NO_PERSONS: Final = _words(
    "Viet Nam Sri Lanka Hong Kong Act Agency Airport Bay Bill Board Bureau Cabinet Cambodia Center Centre Childline",
    "Child China Christian Church City Code Committee Company Constitution Convention Council Court Department Diet",
    "Embassy Facebook Foundation Government Guidelines High Hotline House Human Immigration Indonesia Institute",
    "International Island Japan Japanese Justice Korea Korean Labour Law Ministry Minister Mission Myanmar National",
    "Nepal Office Organisation Organization Party Penal Philippine Philippines Police Prefecture Program Programme",
    "Prosecutors Protocol Province Red Report Republic Sea Service Services Society Southeast Asia State States",
    "Station Street Supreme Support Technical Thai Thailand Times Tokyo Town Trafficking Trust Union United",
    "University Vietnam Vietnamese Village Ward White Women World Young Youth January February March April May June",
    "July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday North",
    "South East West New Old",
)
# Capitalised because a sentence starts with them.
STARTERS: Final = _words(
    "A After All Although An And Another Are As At Because Before Both But By Can Could Did Do Does During Each",
    "Even Every For From Girls Boys Men Had Has Have He Her Here His How I If In Inside Into Is It Its Later Like",
    "Many Most My Near Nearly No Nobody Not Now Of On Once One Only Or Other Our Out Outside Over People Perhaps",
    "Say Says See She Since So Some Somebody Someone Such Suspects That The Their Then There These They This Those",
    "Through To Today Two Under Until Up Was We Were What When Where Which While Who Why With Without You Your",
)
