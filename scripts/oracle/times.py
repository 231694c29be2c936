"""Writes fixtures/times: moments of local times by Python's zoneinfo, and of written dates by its datetime.

Run as `python3 scripts/oracle/times.py`; the fixtures name the release of the tz database.
"""
import datetime
import pathlib
import random
import zoneinfo

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "times"
UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=UTC)
rng = random.Random(1)

ZONES = [
    "Europe/Kyiv", "Asia/Pyongyang", "Antarctica/Troll", "Pacific/Apia", "America/New_York",
    "Australia/Lord_Howe", "Asia/Kathmandu", "America/Caracas", "Asia/Seoul", "UTC",
]


def seconds(moment):
    return (moment - EPOCH) // datetime.timedelta(seconds=1)


def readings(zone, local):
    """All moments at which the zone shows a local time."""
    found = set()
    for fold in (0, 1):
        moment = local.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if moment.astimezone(zone).replace(tzinfo=None) == local:
            found.add(seconds(moment))
    return sorted(found)


def transitions(zone, first=1975, last=2024):
    """The hours in which the offset changes."""
    hour = datetime.datetime(first, 1, 1, tzinfo=UTC)
    end = datetime.datetime(last, 12, 31, tzinfo=UTC)
    step = datetime.timedelta(days=1)
    while hour < end:
        if hour.astimezone(zone).utcoffset() != (hour + step).astimezone(zone).utcoffset():
            for k in range(24):
                a = hour + datetime.timedelta(hours=k)
                b = a + datetime.timedelta(hours=1)
                if a.astimezone(zone).utcoffset() != b.astimezone(zone).utcoffset():
                    yield b
        hour += step


def write_local():
    rows = ["zone,local,moments"]
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        locals_ = set()
        for change in transitions(zone):
            shown = change.astimezone(zone).replace(tzinfo=None, second=0)
            for minutes in (-1501, -121, -91, -61, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 90, 1440):
                locals_.add(shown + datetime.timedelta(minutes=minutes))
        if len(locals_) > 400:
            locals_ = set(rng.sample(sorted(locals_), 400))
        for _ in range(40):
            at = datetime.datetime(1975, 1, 1) + datetime.timedelta(seconds=rng.randrange(1_577_000_000))
            locals_.add(at)
        for year in (1999, 2000, 2016, 2023):
            locals_ |= {
                datetime.datetime(year, 12, 31, 23, 59, 59), datetime.datetime(year + 1, 1, 1),
                datetime.datetime(year, 2, 28, 23, 59, 59), datetime.datetime(year, 3, 1),
            }
        for local in sorted(locals_):
            moments = " ".join(map(str, readings(zone, local)))
            rows.append(f"{name},{local.isoformat()},{moments}")
    (FOLDER / "local.csv").write_text("\n".join(rows) + "\n")


def write_dates():
    """The same day in the ways in which it is written, with its first second in UTC."""
    rows = ["seconds;iso;week;ordinal;named;american;group"]
    days = [
        datetime.date(y, m, d)
        for y in (1972, 1999, 2000, 2004, 2009, 2015, 2016, 2020, 2021, 2024, 2026)
        for m, d in ((1, 1), (1, 3), (2, 28), (3, 1), (6, 30), (12, 28), (12, 31))
    ] + [datetime.date(y, 2, 29) for y in (1972, 2000, 2016, 2024)]
    days += [datetime.date(1970, 1, 1) + datetime.timedelta(days=rng.randrange(30_000)) for _ in range(200)]
    for day in sorted(set(days)):
        start = datetime.datetime(day.year, day.month, day.day, tzinfo=UTC)
        year, week, weekday = day.isocalendar()
        group = day.strftime("%d0000Z%b%Y").upper()
        rows.append(
            f"{seconds(start)};{day.isoformat()};{year}-W{week:02}-{weekday};{day.strftime('%Y-%j')};"
            f"{day.day} {day.strftime('%b %Y')};{day.strftime('%B')} {day.day}, {day.year};{group}")
    (FOLDER / "dates.csv").write_text("\n".join(rows) + "\n")


def write_days():
    """The first and last second at which a zone shows a day, by looking at every minute about it."""
    rows = ["zone,day,first,last"]
    names = ZONES[:-1] + [
        "America/Havana", "America/St_Johns", "Asia/Beirut", "Asia/Amman", "America/Santiago",
        "Atlantic/Azores", "America/Sao_Paulo", "Africa/Cairo", "America/Asuncion",
    ]
    minute = datetime.timedelta(minutes=1)
    for name in names:
        zone = zoneinfo.ZoneInfo(name)
        days = set()
        for change in transitions(zone, 1988):
            near = change.astimezone(zone).date()
            days |= {near + datetime.timedelta(days=k) for k in (-1, 0, 1)}
        days = set(rng.sample(sorted(days), min(len(days), 36)))
        if name == "Pacific/Apia":
            days |= {datetime.date(2011, 12, day) for day in (29, 30, 31)}
        if name == "Asia/Pyongyang":
            days |= {datetime.date(2015, 8, 14), datetime.date(2015, 8, 15)}
            days |= {datetime.date(2018, 5, 4), datetime.date(2018, 5, 5)}
        days |= {datetime.date(2024, 2, 29), datetime.date(2023, 12, 31)}
        for day in sorted(days):
            start = datetime.datetime(day.year, day.month, day.day, tzinfo=UTC)
            shown = [
                at for at in (start + k * minute for k in range(-26 * 60, 50 * 60))
                if at.astimezone(zone).date() == day
            ]
            bounds = f"{seconds(shown[0])},{seconds(shown[-1]) + 59}" if shown else ","
            rows.append(f"{name},{day.isoformat()},{bounds}")
    (FOLDER / "days.csv").write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    write_local()
    write_days()
    write_dates()
