using System.Text.Json;
using GdprKit.Retention;
using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>One case of retention.json: rules, facts, and what must come out.</summary>
internal sealed class RetentionVector
{
    private const string OnlyEvent = "event";

    private static readonly AnnualDate CalendarYearEnd = new(12, 31);

    private readonly JsonElement _rule;
    private readonly JsonElement _facts;
    private readonly JsonElement _expected;
    private AnnualDate _financialYearEnd = CalendarYearEnd;

    public RetentionVector(JsonElement vector)
    {
        (_rule, _facts, _expected) = (vector.GetProperty("rule"), vector.GetProperty("facts"), vector.GetProperty("expect"));
        Read(vector.GetProperty("kind").GetString());
    }

    public List<ProcessingActivity> Activities { get; } = [];

    public List<EventOccurrence> Events { get; } = [];

    public AnnualDate FinancialYearEnd => _financialYearEnd;

    /// <summary>The first day on which the item may go, where its dates alone decide that.</summary>
    public LocalDate? PublishedFirstDay => Consents.Count == 0 && Suspensions.Count == 0 && !_facts.TryGetProperty("requestedOn", out _) && _expected.TryGetProperty("firstDeletable", out var day)
        ? DateOrNull(day)
        : null;

    private List<ConsentStanding> Consents { get; } = [];

    private List<RetentionSuspension> Suspensions { get; } = [];

    public void Check()
    {
        var facts = new RetentionFacts
        {
            Activities = Activities.Select(activity => activity.Key).ToValueList(),
            Events = Events.ToValueList(),
            Consents = Consents.ToValueList(),
            Suspensions = Suspensions.ToValueList(),
        };
        var schedule = new RetentionSchedule(new DeclaredActivities(Activities, []), new RetentionCalendar(_financialYearEnd));
        var retention = schedule.Assess(SampleRules.Address, facts);

        _expected.EnumerateObject().Should().NotBeEmpty();
        foreach (var expectation in _expected.EnumerateObject())
        {
            Check(retention, expectation.Name, expectation.Value);
        }

        AgreesWithTheCutoffs(schedule, facts, retention);
    }

    private void Check(FieldRetention retention, string what, JsonElement expected)
    {
        switch (what)
        {
            case "keepUntil":
                retention.KeepUntil.Should().Be(DateOrNull(expected));
                break;
            case "firstDeletable":
                (Bar(retention)?.FirstDeletable ?? retention.FirstDeletable).Should().Be(DateOrNull(expected));
                break;
            case "deleteBy":
                retention.DeleteBy.Should().Be(DateOrNull(expected));
                break;
            case "anchor":
                retention.Deciding!.Steps.Select(step => step switch
                {
                    RetentionStep.EventUsed used => used.On,
                    RetentionStep.FallbackUsed used => used.On,
                    _ => (LocalDate?)null,
                }).First().Should().Be(DateOrNull(expected));
                break;
            case "deletableOn":
                Days(expected).Should().AllSatisfy(day => retention.IsDueOn(day.Date).Should().Be(day.Value.GetBoolean(), "it is {0}", day.Date));
                break;
            case "storedOn":
                Days(expected).Should().AllSatisfy(day => retention.IsHeldOn(day.Date).Should().Be(day.Value.GetBoolean(), "it is {0}", day.Date));
                break;
            case "mayUse":
                expected.EnumerateArray().Should().AllSatisfy(use =>
                    retention.Activities.Single(activity => activity.Activity.ToString() == Text(use, "purpose"))
                        .NeedsOn(Date(use.GetProperty("on"))).Should().Be(use.GetProperty("expect").GetBoolean()));
                break;
            case "ends":
                expected.EnumerateObject().Should().AllSatisfy(end =>
                    retention.Activities.Single().Phases.Single(phase => phase.Rule.Key.ToString() == end.Name).EndsOn.Should().Be(DateOrNull(end.Value)));
                break;
            case "phaseOn":
                Days(expected).Should().AllSatisfy(day =>
                    NameOf(retention.Activities.Single().PhaseOn(day.Date)).Should().Be(day.Value.GetString(), "it is {0}", day.Date));
                break;
            case "eraseNow":
                (Bar(retention) is null).Should().Be(expected.GetBoolean());
                break;
            case "ground":
                var bar = Bar(retention);
                (bar?.Ground).Should().Be(expected.GetString());
                break;
            default:
                throw new NotSupportedException($"Unknown expectation: {what}");
        }
    }

    /// <summary>The sweep must decide on every day around the end as the outcome says.</summary>
    private static void AgreesWithTheCutoffs(RetentionSchedule schedule, RetentionFacts facts, FieldRetention retention)
    {
        var free = facts with { Suspensions = [] };
        foreach (var day in retention.Activities.SelectMany(activity => activity.Phases).Select(phase => phase.EndsOn).OfType<LocalDate>()
            .SelectMany(end => new[] { end.PlusDays(-1), end, end.PlusDays(1) }))
        {
            schedule.DueOn(SampleRules.Address, day).IsMetBy(facts).Should().Be(schedule.Assess(SampleRules.Address, free).IsDueOn(day), "it is {0}", day);
        }
    }

    private void Read(string? kind)
    {
        switch (kind)
        {
            case "single":
                Add(OnlyEvent, _facts.GetProperty("event"));
                Activities.Add(SampleRules.Activity("activity", Rule("rule", After(_rule))));
                break;
            case "suspended":
                Add(OnlyEvent, _facts.GetProperty("event"));
                Activities.Add(SampleRules.Activity("activity", Rule("rule", After(_rule))));
                Suspensions.AddRange(_facts.GetProperty("suspensions").EnumerateArray().Select(suspension => new RetentionSuspension(
                    SuspensionKind.LegalHold, Date(suspension.GetProperty("from")), DateOrNull(suspension.GetProperty("to")))));
                break;
            case "latestOf":
                AddEvents();
                Activities.Add(SampleRules.Activity("activity", Rule("rule", new RetentionTerm.LatestOf(
                    _rule.GetProperty("latestOf").EnumerateArray().Select(After).ToValueList()))));
                break;
            case "sliding":
                ReadSliding();
                break;
            case "phases":
                AddEvents();
                var phases = _rule.GetProperty("phases").EnumerateArray().Select(phase => Rule(Text(phase, "name"), After(phase), phase)).ToList();
                Activities.Add(SampleRules.Activity("activity",
                    [.. phases.Select((rule, index) => index < phases.Count - 1 ? rule with { Then = DisposalAction.Archive } : rule)]));
                break;
            case "consentExtends":
                ReadConsent();
                break;
            case "untilAge":
                Add("birthDate", _facts.GetProperty("birthDate"));
                Activities.Add(SampleRules.Activity("activity", Rule("rule", new RetentionTerm.UntilAge(new("birthDate"), _rule.GetProperty("untilAge").GetInt32()))));
                break;
            case "regimeChange":
                ReadVersions();
                break;
            case "erasureRequest":
                Add(OnlyEvent, _facts.GetProperty("event"));
                Activities.Add(SampleRules.Activity("activity", Rule("rule", After(_rule)) with { Strength = RetentionStrength.Statute }));
                break;
            case "severalPurposes":
                foreach (var purpose in _rule.GetProperty("purposes").EnumerateArray())
                {
                    var id = Text(purpose, "id");
                    Add(id, purpose.GetProperty("until"));
                    Activities.Add(SampleRules.Activity(id, Rule(id, SampleRules.After(new(id), Period.Zero), purpose)));
                }

                break;
            default:
                throw new NotSupportedException($"Unknown kind: {kind}");
        }
    }

    private void ReadSliding()
    {
        foreach (var happened in _facts.GetProperty("events").EnumerateArray())
        {
            Add(Text(happened, "type"), happened.GetProperty("on"));
        }

        Key<RetentionEvent>? fallback = null;
        if (_rule.TryGetProperty("fallback", out var name) && name.GetString() is { } named)
        {
            fallback = new Key<RetentionEvent>(named);
            Add(named, _facts.TryGetProperty(named, out var on) ? on : null);
        }

        var qualifying = _rule.GetProperty("qualifying").EnumerateArray().Select(kind => new Key<RetentionEvent>(kind.GetString()!)).ToValueList();
        Activities.Add(SampleRules.Activity("activity", Rule("rule", After(_rule) with { Events = qualifying, Fallback = fallback })));
    }

    /// <summary>A longer period by consent is a second activity, which rests on the consent.</summary>
    private void ReadConsent()
    {
        Add(OnlyEvent, _facts.GetProperty("event"));
        var term = After(_rule);
        var byConsent = SampleRules.Activity("by-consent", Rule("by-consent", term with { Period = Duration(_rule.GetProperty("extendedByConsent")) })).OnConsent();
        Activities.Add(SampleRules.Activity("activity", Rule("rule", term)));
        Activities.Add(byConsent);
        Consents.Add(new ConsentStanding(byConsent.Key, DateOrNull(_facts.GetProperty("consentWithdrawnOn"))));
    }

    private void ReadVersions()
    {
        Add(OnlyEvent, _facts.GetProperty("event"));
        var versions = _rule.GetProperty("versions").EnumerateArray().ToList();
        var starts = versions.Select(version => Start(version)).ToList();
        Activities.Add(SampleRules.Activity("activity", [.. versions.Select((version, index) => Rule($"version{index}", After(version), version) with
        {
            Effective = new EffectiveInterval(starts[index], index + 1 < starts.Count ? starts[index + 1] : null),
        })]));

        LocalDate? Start(JsonElement version) =>
            version.TryGetProperty("fromBySector", out var bySector) && _facts.TryGetProperty("sector", out var sector) && bySector.TryGetProperty(sector.GetString()!, out var own)
                ? DateOrNull(own)
                : version.TryGetProperty("from", out var from) ? DateOrNull(from) : null;
    }

    private RetentionRule Rule(string key, RetentionTerm term, JsonElement? own = null) =>
        SampleRules.Rule(term, Side(own ?? _rule) ?? Side(_rule) ?? RetentionSide.Both, key: key);

    private static RetentionSide? Side(JsonElement rule) => !rule.TryGetProperty("side", out var side) ? null : side.GetString() switch
    {
        "min" => RetentionSide.MustKeep,
        "max" => RetentionSide.MustBeGone,
        "both" => RetentionSide.Both,
        var other => throw new NotSupportedException($"Unknown side: {other}"),
    };

    private RetentionTerm.After After(JsonElement term) => new()
    {
        Events = [new(term.TryGetProperty("event", out var kind) ? kind.GetString()! : OnlyEvent)],
        Anchor = Anchor(term.TryGetProperty("anchor", out var own) ? own : _rule.TryGetProperty("anchor", out var shared) ? shared : null),
        Period = Duration(term.GetProperty("period")),
    };

    private RetentionAnchor Anchor(JsonElement? anchor) => anchor is not { } given ? RetentionAnchor.Exact : Text(given, "type") switch
    {
        "exact" => RetentionAnchor.Exact,
        "endOfMonth" => RetentionAnchor.EndOfMonth,
        "endOfYear" => EndOfYear(given.TryGetProperty("monthDay", out var end) ? AnnualDatePattern.Iso.Parse(end.GetString()!).Value : CalendarYearEnd),
        var other => throw new NotSupportedException($"Unknown anchor: {other}"),
    };

    private RetentionAnchor EndOfYear(AnnualDate end)
    {
        if (end == CalendarYearEnd)
        {
            return RetentionAnchor.EndOfCalendarYear;
        }

        // A register has one financial year.
        (_financialYearEnd == CalendarYearEnd || _financialYearEnd == end).Should().BeTrue();
        _financialYearEnd = end;
        return RetentionAnchor.EndOfFinancialYear;
    }

    private ErasureBar? Bar(FieldRetention retention) =>
        _facts.TryGetProperty("requestedOn", out var requested) ? retention.BarToErasure(Date(requested)) : null;

    private static string? NameOf(RetentionOutcome? phase) => phase?.Rule.Key.ToString();

    private void AddEvents()
    {
        foreach (var happened in _facts.GetProperty("events").EnumerateObject())
        {
            Add(happened.Name, happened.Value);
        }
    }

    private void Add(string kind, JsonElement? on) => Events.Add(new EventOccurrence(new(kind), on is { } given ? DateOrNull(given) : null));

    private static IEnumerable<(LocalDate Date, JsonElement Value)> Days(JsonElement map) =>
        map.EnumerateObject().Select(day => (LocalDatePattern.Iso.Parse(day.Name).Value, day.Value));

    private static LocalDate Date(JsonElement value) => LocalDatePattern.Iso.Parse(value.GetString()!).Value;

    private static LocalDate? DateOrNull(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : Date(value);

    private static Period Duration(JsonElement value) => PeriodPattern.Roundtrip.Parse(value.GetString()!).Value;

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}
