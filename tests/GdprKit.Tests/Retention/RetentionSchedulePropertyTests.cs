using CsCheck;
using GdprKit.Retention;
using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

/// <summary>Random registers, items and days: what the sweep finds is what the outcome of each row says.</summary>
public sealed class RetentionSchedulePropertyTests
{
    private const int YearsOfEvents = 12;

    private static readonly LocalDate Origin = Day(2015, 1, 1);

    private static readonly Gen<LocalDate> SomeDay = Gen.Int[0, YearsOfEvents * 366].Select(Origin.PlusDays);

    // Few days, so that rules meet on the day of a change.
    private static readonly Gen<LocalDate> ChangeDay = Gen.OneOf(Day(2018, 1, 1), Day(2020, 3, 1), Day(2022, 12, 31));

    private static readonly Gen<Key<RetentionEvent>> Event = Gen.OneOf(Invoice, Login, Purchase);

    private static readonly Gen<Period> Length = Gen.OneOf(
        Gen.OneOf(Period.Zero, Period.FromMonths(1), Period.FromWeeks(4), Period.FromYears(1)),
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 14], Gen.Int[0, 40]).Select((years, months, days) => new PeriodBuilder { Years = years, Months = months, Days = days }.Build()));

    private static readonly Gen<RetentionTerm.After> AfterEvents =
        Gen.Select(Event.Array[1, 2], Event.Nullable(0.7), Gen.OneOf(RetentionAnchor.Exact, RetentionAnchor.EndOfMonth, RetentionAnchor.EndOfCalendarYear, RetentionAnchor.EndOfFinancialYear), Length)
            .Select((events, fallback, anchor, period) => new RetentionTerm.After
            {
                Events = events.Distinct().ToValueList(),
                Fallback = fallback,
                Anchor = anchor,
                Period = period,
            });

    private static readonly Gen<RetentionTerm> Term = Gen.Frequency(
        (6, AfterEvents.Select(after => (RetentionTerm)after)),
        (2, AfterEvents.Array[2, 3].Select(ends => (RetentionTerm)new RetentionTerm.LatestOf(ends.ToValueList()))),
        (1, Gen.Int[1, 6].Select(age => (RetentionTerm)new RetentionTerm.UntilAge(Birth, age))),
        (1, Gen.Const((RetentionTerm)new RetentionTerm.WhileConsentStands())),
        (1, Gen.Const((RetentionTerm)new RetentionTerm.Indefinitely(LocalizedText.Empty))));

    private static readonly Gen<EffectiveInterval> Effective = Gen.Frequency(
        (2, Gen.Const(default(EffectiveInterval))),
        (1, ChangeDay.Select(from => new EffectiveInterval(From: from))),
        (1, ChangeDay.Select(until => new EffectiveInterval(Until: until))),
        (1, Gen.Select(ChangeDay, ChangeDay).Select((from, until) => new EffectiveInterval(from, until))));

    private static readonly Gen<RetentionRule> AnyRule = Gen.Select(
        Term,
        Gen.OneOf(RetentionSide.MustKeep, RetentionSide.MustBeGone, RetentionSide.Both),
        Gen.OneOf(RetentionStrength.Own, RetentionStrength.Guideline, RetentionStrength.Statute),
        Effective,
        Gen.Frequency((4, Gen.Const(DisposalAction.Delete)), (1, Gen.Const(DisposalAction.Archive))))
        .Select((term, side, strength, effective, then) => Rule(term, side, strength) with { Effective = effective, Then = then });

    // One rule always holds, as the check of a register demands.
    private static readonly Gen<RetentionRule> Ending = AnyRule.Select(rule => rule with { Effective = default, Then = DisposalAction.Delete });

    private static readonly Gen<ProcessingActivity[]> Activities =
        Gen.Select(Ending, AnyRule.Array[0, 3], Gen.Bool).Array[1, 3].Select(activities => activities
            .Select((activity, number) => (activity.Item3, Activity: Activity(
                $"activity-{number}",
                [.. activity.Item2.Append(activity.Item1).Select((rule, index) => rule with { Key = new Key<RetentionRule>($"rule-{number}-{index}") })])))
            .Select(activity => activity.Item1 ? activity.Activity.OnConsent() : activity.Activity).ToArray());

    // Mostly every event can have a date; else some cannot.
    private static readonly Gen<KnownEvents> Known = Gen.Frequency(
        (2, Gen.Const(KnownEvents.All)),
        (1, Gen.Shuffle(new[] { Birth, Invoice, Login, Purchase }, 0, 3).Select(dated => KnownEvents.Where(dated.Contains))));

    private static readonly Gen<RetentionSchedule> Schedules = Gen.Select(Activities, Gen.Int[0, 8], Gen.Int[0, 8], Gen.OneOf(new AnnualDate(2, 29), new AnnualDate(4, 5), new AnnualDate(12, 31)), Known)
        .Select((activities, prevails, yields, yearEnd, known) =>
        {
            var rules = activities.SelectMany(activity => activity.Retention).Select(rule => rule.Key).ToList();
            var choice = new RuleConflictChoice(rules[prevails % rules.Count], rules[yields % rules.Count], LocalizedText.Empty);
            return new RetentionSchedule(new DeclaredActivities(activities, choice.Prevails == choice.Yields ? [] : [choice]), new RetentionCalendar(yearEnd)).Knowing(known);
        });

    private static readonly Gen<RetentionFacts> Items = Gen.Select(
        Gen.Bool.Array[3],
        Gen.Select(Gen.OneOf(Event, Gen.Const(Birth)), SomeDay.Nullable(0.2)).Array[0, 6],
        Gen.Select(Gen.Bool, SomeDay.Nullable(0.5)).Array[3])
        .Select((applies, events, consents) => new RetentionFacts
        {
            Activities = Enumerable.Range(0, 3).Where(number => applies[number]).Select(Named).ToValueList(),
            Events = events.Select(happened => new EventOccurrence(happened.Item1, happened.Item2)).ToValueList(),
            Consents = Enumerable.Range(0, 3).Where(number => consents[number].Item1).Select(number => new ConsentStanding(Named(number), consents[number].Item2)).ToValueList(),
        });

    private static readonly Gen<ValueList<RetentionSuspension>> Suspensions =
        Gen.Select(SomeDay, Gen.Int[0, 900].Nullable(0.1)).Array[0, 3].Select(suspensions => suspensions
            .Select(suspension => new RetentionSuspension(SuspensionKind.LegalHold, suspension.Item1, suspension.Item2 is { } days ? suspension.Item1.PlusDays(days) : null))
            .ToValueList());

    [Fact]
    public void The_sweep_finds_an_item_exactly_when_its_outcome_says_that_it_is_due()
    {
        Gen.Select(Schedules, Items, SomeDay).Sample(
            (schedule, item, today) => schedule.DueOn(Address, today).IsMetBy(item) == schedule.Assess(Address, item).IsDueOn(today),
            iter: 5_000);
    }

    [Fact]
    public void The_sweep_archives_an_item_exactly_when_its_outcome_says_that_it_is_out_of_daily_use()
    {
        Gen.Select(Schedules, Items, SomeDay).Sample(
            (schedule, item, today) => schedule.OutOfDailyUseOn(Address, today).IsMetBy(item) == schedule.Assess(Address, item).IsOutOfDailyUseOn(today),
            iter: 3_000);
    }

    [Fact]
    public void The_report_finds_an_item_for_exactly_the_reasons_that_its_outcome_gives()
    {
        Gen.Select(Schedules, Items).Sample(
            (schedule, item) =>
            {
                var field = schedule.Assess(Address, item);
                UnresolvedReason[] reasons = field.Activities.IsEmpty ? [UnresolvedReason.NothingApplies] : [.. field.Unresolved.Select(phase => phase.Obstacle!.Reason!.Value).Distinct().Order()];
                return schedule.Unresolved(Address).Where(unresolved => unresolved.Items.IsMetBy(item)).Select(unresolved => unresolved.Reason).SequenceEqual(reasons);
            },
            iter: 5_000);
    }

    [Fact]
    public void An_item_is_due_exactly_when_every_activity_that_applies_has_let_it_go()
    {
        Gen.Select(Schedules, Items, SomeDay).Sample(
            (schedule, item, today) =>
            {
                var applying = schedule.Assess(Address, item).Activities;
                return schedule.DueOn(Address, today).IsMetBy(item) == (applying.Count > 0 && applying.All(each => schedule.ReleasedBy(each.Activity, Address, today).IsMetBy(item)));
            },
            iter: 3_000);
    }

    [Fact]
    public void An_item_is_due_first_on_its_first_deletable_day_and_from_then_on_but_for_suspensions()
    {
        Gen.Select(Schedules, Items, Suspensions).Sample(
            (schedule, item, suspensions) =>
            {
                var field = schedule.Assess(Address, item with { Suspensions = suspensions });
                var days = Enumerable.Range(-1, (YearsOfEvents + 10) * 366).Select(Origin.PlusDays).ToList();
                var due = days.Where(field.IsDueOn).ToList();
                var shielded = days.Where(day => suspensions.Any(suspension => suspension.Covers(day)));
                return due.Count == 0
                    ? field.FirstDeletable is null || field.FirstDeletable > days[^1]
                    : field.FirstDeletable <= due[0]
                        && (field.FirstDeletable == due[0] || field.FirstDeletable < days[0])
                        && days.Where(day => day >= due[0]).Except(shielded).SequenceEqual(due);
            },
            iter: 200);
    }

    [Fact]
    public void An_event_that_happens_later_never_makes_an_item_go_earlier()
    {
        Gen.Select(Schedules, Items, Gen.Int[0, 5], Gen.Int[1, 700]).Sample(
            (schedule, item, which, days) =>
            {
                var moved = item with
                {
                    Events = item.Events.Select((happened, index) => index == which ? happened with { On = happened.On?.PlusDays(days) } : happened).ToValueList(),
                };
                return schedule.Assess(Address, moved).FirstDeletable is not { } later || schedule.Assess(Address, item).FirstDeletable <= later;
            },
            iter: 3_000);
    }

    [Fact]
    public void What_must_be_held_is_not_deletable()
    {
        Gen.Select(Schedules, Items, Suspensions).Sample(
            (schedule, item, suspensions) =>
            {
                var field = schedule.Assess(Address, item with { Suspensions = suspensions });
                return field.KeepUntil is not { } keepUntil || (!field.IsDueOn(keepUntil) && field.IsHeldOn(keepUntil) && !(field.FirstDeletable <= keepUntil));
            },
            iter: 3_000);
    }

    private static Key<ProcessingActivity> Named(int number) => new($"activity-{number}");
}
