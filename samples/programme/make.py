"""Makes up the cohort in this folder so that it has every count in published.toml. Run it from anywhere; it gives the same bytes."""

import csv
import datetime as dt
import itertools
import pathlib
import random
import tomllib

HERE = pathlib.Path(__file__).parent
PUBLISHED = tomllib.loads((HERE / "published.toml").read_text(encoding="utf-8"))
CHANCE = random.Random(20040105)

FIRST_DAY = dt.date(2004, 1, 5)
# On which the spreadsheets were made; two men who joined late still attend then.
LAST_DAY = dt.date(2006, 3, 31)
LATE_OPENING = dt.date(2005, 8, 1)
WEEK = dt.timedelta(weeks=1)
ILLICIT = ["heroin", "crack", "cocaine", "amphetamine", "cannabis", "lsd", "ecstasy"]
# Invented: the report prints neither how long each stayed nor why he left.
SOURCES = {"social services": 32, "police": 9, "probation": 10, "health": 5, "GP": 4, "family court": 3, "self": 7}
AGES = {"18-24": 11, "25-34": 25, "35-44": 21, "45-54": 9, "55 and over": 2, "not known": 2}
NOT_ENROLLED = {"unsuitable": 9, "individual work": 6, "withdrew": 10, "waiting list": 6}
ENDED = {"completed": 12, "dropped out": 11, "suspended": 2, "attending": 2}
REASONS = {
    "unsuitable": ["denies all violence", "substance misuse first", "needs an interpreter"],
    "withdrew": ["work and session times", "no reason given", "partner left"],
    "dropped out": ["work and session times", "moved away", "no reason given", "returned to drinking"],
    "suspended": ["breach of conditions"],
}
# Half-units; 18 drinkers of 29 men of whom units are known: 855 together, so 47.5 a drinker and 29.5 a man.
UNITS = [273, 120, 90, 80, 62, 36, 32, 30, 28, 26, 24, 18, 14, 9.5, 6, 4, 2, 0.5]


def write(name, heading, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(heading)
        out.writerows(rows)


def spread(counts):
    """Each name as often as counted, in an order of chance."""
    names = [name for name, count in counts.items() for _ in range(count)]
    CHANCE.shuffle(names)
    return names


def ethnicities(table):
    """Those known, in an order of chance, and how many are not known."""
    known = {name.replace("_", " "): count for name, count in table.items() if name != "not_known"}
    return spread(known), table["not_known"]


def some(cases, count):
    return set(CHANCE.sample(sorted(cases), count))


def answer(case, yes, not_known=()):
    return "yes" if case in yes else "not known" if case in not_known else "no"


def make_men():
    """70 men: the report counts the ethnicity of 70, of whom 68 were referred in the first year."""
    known, unknown = ethnicities(PUBLISHED["ethnicity"]["men"])
    first_year = PUBLISHED["referrals"]["total_in_first_year"]
    count = len(known) + unknown
    days = sorted(CHANCE.sample(range(0, 360), first_year)) + [370 + 11 * late for late in range(count - first_year)]
    sources, ages = spread(SOURCES), spread(AGES)
    assessed = some(range(count), PUBLISHED["files"]["all"])
    outcomes = spread(NOT_ENROLLED | {"suitable": sum(ENDED.values())})
    men = []
    for at, day in enumerate(days):
        referred = FIRST_DAY + dt.timedelta(days=day)
        man = {
            "case": f"LV-{101 + at}", "referred_on": referred, "source": sources[at],
            "first_appointment_on": referred + dt.timedelta(days=CHANCE.randint(5, 28)), "assessed_on": "",
            "assessment": "", "enrolled_on": "", "group": "", "left_on": "", "ended": "", "reason": "", "week_of_leaving": "",
            "age_band": ages[at], "ethnicity": "not known",
        }
        if at in assessed:
            man["assessed_on"] = man["first_appointment_on"] + dt.timedelta(days=CHANCE.randint(0, 21))
            man["assessment"] = outcomes.pop()
            man["ethnicity"] = known.pop()
            if reasons := REASONS.get(man["assessment"]):
                man["reason"] = CHANCE.choice(reasons)
        else:
            man["reason"] = CHANCE.choice(["did not come", "could not be reached", "declined"])
        men.append(man)
    return men


def enrol(men):
    """Into groups that open every six weeks only, to no more than they hold."""
    size, sessions = PUBLISHED["referrals"]["group_size_max"], PUBLISHED["referrals"]["sessions"]
    endings = spread(ENDED)
    waiting = sorted((man for man in men if man["assessment"] == "suitable"), key=lambda man: man["assessed_on"])
    endings.sort(key=lambda ending: ending == "attending")
    places = {"A": [], "B": []}
    for opening in itertools.count():
        if not waiting:
            return
        group = "AB"[opening % 2]
        day = FIRST_DAY + 4 * WEEK + 3 * opening * WEEK
        places[group] = [end for end in places[group] if end > day]
        while waiting and waiting[0]["assessed_on"] < day and len(places[group]) < size:
            if endings[0] == "attending" and day < LATE_OPENING:
                break
            man, ending = waiting.pop(0), endings.pop(0)
            weeks = sessions
            if ending == "dropped out":
                weeks = CHANCE.choice([1, 2, 3, 3, 4, 5, 6, 8, 10, 11, 14, 19, 23])
            elif ending == "suspended":
                weeks = CHANCE.choice([7, 9, 15])
            elif ending == "attending":
                weeks = (LAST_DAY - day) // WEEK
            man |= {"enrolled_on": day, "group": group, "ended": ending, "weeks": weeks}
            end = day + weeks * WEEK
            places[group].append(end)
            if ending != "attending":
                man["left_on"] = end
                man["week_of_leaving"] = weeks
            if reasons := REASONS.get(ending):
                man["reason"] = CHANCE.choice(reasons)


def attendance(men):
    rows = []
    for man in (man for man in men if man["enrolled_on"]):
        for number in range(1, man["weeks"] + 1):
            came = CHANCE.choices(["attended", "missed", "made up"], [84, 10, 6])[0]
            if man["ended"] == "dropped out" and number == man["weeks"]:
                came = "missed"
            rows.append([man["case"], number, man["enrolled_on"] + (number - 1) * WEEK, came])
    return rows


def put(uses, cases, substance, use, count):
    """Marks `count` of `cases`, in their order, of whose use of this substance nothing is said yet."""
    free = [case for case in cases if (case, substance) not in uses][:count]
    assert len(free) == count, (substance, use)
    uses |= {(case, substance): use for case in free}


def substances(men):
    table = PUBLISHED["substance"]
    files = [man["case"] for man in men if man["assessed_on"]]
    CHANCE.shuffle(files)
    complete, part = files[: PUBLISHED["files"]["complete"]], files[PUBLISHED["files"]["complete"] :]
    any_use = table["any"]
    current, illicit_now = any_use["current"]["n"], any_use["illicit_current"]["n"]
    users = complete[: current + any_use["previous"]["n"]]
    now, before = complete[:illicit_now], complete[illicit_now : illicit_now + any_use["illicit_previous"]["n"]]
    uses = {}

    def counts(substance):
        return [table[when][substance][kind] for when in ("current", "previous") for kind in ("complete", "all")]

    # Those who use something other than alcohol now stand first, so that no more than `current` use anything now.
    alcohol = counts("alcohol")
    put(uses, complete[current - alcohol[0] : current], "alcohol", "current", alcohol[0])
    put(uses, users[current:] + users[:current], "alcohol", "previous", alcohol[2])
    for substance in ILLICIT:
        use = counts(substance)
        later = {"cannabis": now, "cocaine": now[::-1]}.get(substance, now[::-1])
        put(uses, later, substance, "current", use[0])
        earlier = before[4:] if substance == "cannabis" else before
        put(uses, earlier, substance, "previous", use[2])
    for substance in ("antidepressant", "valium"):
        use = counts(substance)
        put(uses, complete[:current], substance, "current", use[0])
        put(uses, users[::-1], substance, "previous", use[2])
    for substance in table["current"]:
        use = counts(substance)
        put(uses, part, substance, "current", use[1] - use[0])
        put(uses, part[::-1], substance, "previous", use[3] - use[2])
    uses |= {(case, substance): uses.get((case, substance), "never") for case in complete for substance in table["current"]}
    incidents = table["before_incidents"]
    drinking = [case for case in complete if uses[case, "alcohol"] == "current"]
    used = set(drinking[: incidents["complete"]]) | set(part[: incidents["all"] - incidents["complete"]])
    asked = set(complete) | used
    write("substance_files.csv", ["case", "file", "used_before_incidents"], [
        [case, "complete" if case in complete else "incomplete", answer(case, used) if case in asked else ""]
        for case in sorted(files)])
    regularity = [
        (name, count["n"]) for name, count in table["drinking_regularity"].items() if isinstance(count, dict)]
    how_often = [name.replace("_", " ") for name, count in regularity for _ in range(count)]
    often = dict(zip(drinking, how_often))
    units = dict(zip(drinking, UNITS))
    write("substance.csv", ["case", "substance", "use", "units_per_week", "regularity"], [
        [case, substance, uses.get((case, substance), ""),
         units.get(case, "") if substance == "alcohol" else "", often.get(case, "") if substance == "alcohol" else ""]
        for case in sorted(files) for substance in table["current"]])


def partners_and_children(men):
    known, unknown = ethnicities(PUBLISHED["ethnicity"]["partners"])
    count = len(known) + unknown
    cases = [man["case"] for man in men][:-4]
    of = sorted(cases + CHANCE.sample(cases, count - len(cases)))
    whose = spread({"known": len(known), "not": unknown})
    seen = {}
    rows = []
    for case, sort in zip(of, whose):
        seen[case] = seen.get(case, 0) + 1
        relationship = "former" if seen[case] > 1 else CHANCE.choice(["current", "current", "former"])
        rows.append([case, seen[case], relationship, known.pop() if sort == "known" else "not known",
                     CHANCE.choice(["yes", "yes", "no", "not known"])])
    write("partners.csv", ["case", "partner", "relationship", "ethnicity", "support_taken_up"], rows)
    children = PUBLISHED["children"]
    living = spread({"yes": children["living_with_him"], "no": children["not_living_with_him"]})
    relation = spread({"biological": children["biological"], "step": children["step"]})
    fathers = sorted(CHANCE.choices(sorted(set(of)), k=children["total"]))
    seen = {}
    rows = []
    for case, at_home, kin in zip(fathers, living, relation):
        seen[case] = seen.get(case, 0) + 1
        rows.append([case, seen[case], at_home, kin, CHANCE.choice(["0-4", "5-9", "10-15", "16-17", "not known"])])
    write("children.csv", ["case", "child", "living_with_him", "relation", "age_band"], rows)


def samples(men):
    """The 32 whose papers could be read: all who joined a group, and others who were assessed."""
    engaged = [man["case"] for man in men if man["enrolled_on"]]
    others = [man["case"] for man in men if man["assessed_on"] and not man["enrolled_on"]]
    childhood, justice = PUBLISHED["childhood"], PUBLISHED["criminal_justice"]
    assert len(engaged) == childhood["engaged_in_group"]
    cases = sorted(engaged + CHANCE.sample(others, childhood["sample"] - len(engaged)))
    exposed = some(cases, childhood["exposed_to_violence"]["n"])
    unsure = some(set(cases) - exposed, 2)
    lost = some(cases, childhood["lost_parent_before_9"])
    write("childhood.csv", ["case", "engaged_in_group", "exposed_to_violence", "lost_parent_before_9"], [
        [case, answer(case, engaged), answer(case, exposed, unsure), answer(case, lost)] for case in cases])
    called = some(cases, justice["called_out"])
    arrested = some(called, justice["arrested"])
    charged = some(arrested, justice["charged"])
    custody = some(charged, justice["custody"])
    pending = some(charged - custody, justice["pending"])
    unsure = some(set(cases) - called, 1)
    write("criminal_justice.csv", ["case", "called_out", "arrested", "charged", "custody", "pending"], [
        [case, answer(case, called, unsure)] + [answer(case, yes) for yes in (arrested, charged, custody, pending)]
        for case in cases])


def measures_and_follow_up(men):
    measures, asked = [], []
    for man in men:
        if not man["assessed_on"]:
            continue
        score = [CHANCE.randint(2, 6), CHANCE.randint(3, 7)]
        completed = man["ended"] == "completed"
        gone = completed and CHANCE.random() < 0.3
        later = completed and not gone
        for when, reached in [
            ("before", True), ("halfway", man.get("weeks", 0) >= 18), ("end", completed), ("6 months", later),
            ("12 months", later and man["left_on"] + 52 * WEEK <= LAST_DAY),
        ]:
            if reached:
                said = [value if CHANCE.random() < 0.93 else "" for value in score]
                measures.append([man["case"], when, *said])
                score = [max(1, min(10, value + CHANCE.choice([-1, 0, 1, 1, 2]))) for value in score]
        if completed:
            due = man["left_on"] + dt.timedelta(days=183)
            state = CHANCE.choice(["refused", "not traced"]) if gone else "reached"
            his = CHANCE.choice(["yes", "no", "no"]) if state == "reached" else ""
            hers = CHANCE.choice(["yes", "yes", "no", "no", "not known", ""])
            police = CHANCE.choice(["yes", "no", "no", "no", "not known"])
            asked.append([man["case"], due, state, his, hers, police])
    write("measures.csv", ["case", "when", "responsibility", "readiness"], measures)
    write("follow_up.csv", ["case", "due_on", "result", "his_account", "her_account", "police"], asked)


def training_and_costs():
    feedback = PUBLISHED["training_feedback"]
    rows = []
    for question in range(feedback["questions"]):
        grades = spread({grade: feedback[grade][question] for grade in ("very", "satisfied", "quite", "not")})
        rows += [[respondent, question + 1, grade] for respondent, grade in enumerate(grades, 1)]
    write("training_feedback.csv", ["respondent", "question", "grade"], sorted(rows))
    rows = []
    for quarter, figures in PUBLISHED["costs"].items():
        if isinstance(figures, list):
            for (heading, way), pounds in zip(itertools.product(["training", "programme"], ["in", "out"]), figures):
                rows.append([quarter.replace("_", " ").upper(), heading, way, f"{pounds:.2f}"])
    write("costs.csv", ["quarter", "heading", "way", "pounds"], rows)


def main():
    men = make_men()
    enrol(men)
    write("men.csv", list(men[0])[:14], [list(man.values())[:14] for man in men])
    write("attendance.csv", ["case", "session", "held_on", "came"], attendance(men))
    substances(men)
    partners_and_children(men)
    samples(men)
    measures_and_follow_up(men)
    training_and_costs()


main()
