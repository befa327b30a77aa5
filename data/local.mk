dist_pkgdata_DATA += data/contoh.json
