using NodaTime;

namespace GdprKit;

/// <summary>
/// Declares how long data are kept: <c>keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(Crm.InvoiceDate).Statute("art. 52 AWR", "NL")</c>.
/// </summary>
/// <remarks>Unless said otherwise, data are kept until the end of the period and deleted then, by the controller's own choice.</remarks>
public sealed class RetentionRuleBuilder
{
    private readonly BuilderScope _scope;
    private RetentionRule _rule;
    private Period? _period;
    private RetentionTerm.After? _after;

    internal RetentionRuleBuilder(BuilderScope scope, Key<RetentionRule> key)
    {
        _scope = scope;
        _rule = new RetentionRule
        {
            Key = key,
            Term = null!,
            Side = RetentionSide.Both,
            Then = DisposalAction.Delete,
            Strength = RetentionStrength.Own,
        };
    }

    /// <summary>How long; nothing is added to the anchor when this is left out.</summary>
    /// <param name="period">Years, months, weeks and days; no hours or less.</param>
    public RetentionRuleBuilder For(Period period)
    {
        if (period is not null && period.Equals(Period.Zero))
        {
            _scope.Report(RegisterFaults.ZeroAdded($"{_scope.Path}/after/period", "period of the rule"));
        }

        _period = period;
        return this;
    }

    /// <summary>The period runs from the day of the event; of several events from the last that happened.</summary>
    /// <param name="events">The keys of the events.</param>
    public RetentionRuleBuilder After(params ReadOnlySpan<Key<RetentionEvent>> events) => After(RetentionAnchor.Exact, events);

    /// <summary>The period runs from the end of the month of the event.</summary>
    /// <param name="events">The keys of the events; the last that happened counts.</param>
    public RetentionRuleBuilder AfterEndOfMonthOf(params ReadOnlySpan<Key<RetentionEvent>> events) => After(RetentionAnchor.EndOfMonth, events);

    /// <summary>The period runs from 31 December of the year of the event.</summary>
    /// <param name="events">The keys of the events; the last that happened counts.</param>
    public RetentionRuleBuilder AfterEndOfCalendarYearOf(params ReadOnlySpan<Key<RetentionEvent>> events) => After(RetentionAnchor.EndOfCalendarYear, events);

    /// <summary>The period runs from the end of the controller's financial year in which the event falls.</summary>
    /// <param name="events">The keys of the events; the last that happened counts.</param>
    public RetentionRuleBuilder AfterEndOfFinancialYearOf(params ReadOnlySpan<Key<RetentionEvent>> events) => After(RetentionAnchor.EndOfFinancialYear, events);

    /// <summary>The event that counts when none of the others happened. Without one, such data are kept and reported.</summary>
    /// <param name="fallback">The key of the event.</param>
    public RetentionRuleBuilder Otherwise(Key<RetentionEvent> fallback)
    {
        _after = (_after ?? NothingYet) with { Fallback = fallback };
        return this;
    }

    /// <summary>The latest of several ends counts; an end whose event did not happen does not.</summary>
    /// <param name="terms">The ends, two or more.</param>
    public RetentionRuleBuilder UntilLatestOf(params ReadOnlySpan<RetentionTerm.After> terms) => Until(new RetentionTerm.LatestOf(ValueList.Create(terms)));

    /// <summary>Until the person completes a year of life.</summary>
    /// <param name="age">The age in years.</param>
    /// <param name="birthDate">The key of the event that is the person's birth.</param>
    public RetentionRuleBuilder UntilAge(int age, Key<RetentionEvent> birthDate) => Until(new RetentionTerm.UntilAge(birthDate, age));

    /// <summary>As long as consent stands.</summary>
    public RetentionRuleBuilder WhileConsentStands() => Until(new RetentionTerm.WhileConsentStands());

    /// <summary>Without end, which needs a reason that people will read.</summary>
    /// <param name="nl">The reason in Dutch.</param>
    /// <param name="en">The reason in English.</param>
    public RetentionRuleBuilder Indefinitely(string? nl = null, string? en = null) => Until(new RetentionTerm.Indefinitely(LocalizedText.OfGiven(nl, en)));

    /// <summary>The rule is only about these categories of the activity.</summary>
    /// <param name="categories">Their keys.</param>
    public RetentionRuleBuilder OnlyFor(params ReadOnlySpan<Key<DataCategory>> categories) => With(_rule with { Categories = ValueList.Create(categories) });

    /// <summary>The data must be kept at least until then; the rule does not say when they must be gone.</summary>
    public RetentionRuleBuilder AtLeast() => On(RetentionSide.MustKeep);

    /// <summary>The data must be gone then; the rule does not demand that they are kept until then.</summary>
    public RetentionRuleBuilder AtMost() => On(RetentionSide.MustBeGone);

    /// <summary>Then the value goes and the row stays.</summary>
    public RetentionRuleBuilder ThenBlank() => Then(DisposalAction.Blank);

    /// <summary>Then the value is replaced so that nobody can link it to the person.</summary>
    public RetentionRuleBuilder ThenAnonymise() => Then(DisposalAction.Anonymise);

    /// <summary>Then the data leave daily use and are kept only for the law; another rule of the activity says when they go.</summary>
    public RetentionRuleBuilder ThenArchive() => Then(DisposalAction.Archive);

    /// <summary>A law sets the period.</summary>
    /// <param name="law">The law: <c>art. 52 AWR</c>.</param>
    /// <param name="country">The two-letter code of the country whose law it is.</param>
    /// <param name="url">Where the law can be read.</param>
    public RetentionRuleBuilder Statute(string law, string? country = null, string? url = null) =>
        By(RetentionStrength.Statute, _scope.Citation(law, country, url, "source"));

    /// <summary>An authority or a professional body recommends the period.</summary>
    /// <param name="guideline">The guideline.</param>
    /// <param name="country">The two-letter code of the country it is for.</param>
    /// <param name="url">Where it can be read.</param>
    public RetentionRuleBuilder Guideline(string guideline, string? country = null, string? url = null) =>
        By(RetentionStrength.Guideline, _scope.Citation(guideline, country, url, "source"));

    /// <summary>The rule applies only on these days, for laws that change.</summary>
    /// <param name="from">The first day, or <see langword="null"/>.</param>
    /// <param name="until">The first day no longer, or <see langword="null"/>.</param>
    public RetentionRuleBuilder Effective(LocalDate? from = null, LocalDate? until = null) => With(_rule with { Effective = new EffectiveInterval(from, until) });

    internal RetentionRule Build()
    {
        OnlyOnce(_rule.Term is not null && (_after is not null || _period is not null), "after", "end");

        return _after is null && _period is null ? _rule : _rule with { Term = (_after ?? NothingYet) with { Period = _period ?? Period.Zero } };
    }

    private static RetentionTerm.After NothingYet => new() { Events = [], Anchor = RetentionAnchor.Exact, Period = Period.Zero };

    private RetentionRuleBuilder After(RetentionAnchor anchor, ReadOnlySpan<Key<RetentionEvent>> events)
    {
        OnlyOnce(_after is { Events.IsEmpty: false }, "after", "end");
        _after = (_after ?? NothingYet) with { Anchor = anchor, Events = ValueList.Create(events) };
        return this;
    }

    private RetentionRuleBuilder Until(RetentionTerm term)
    {
        OnlyOnce(_rule.Term is not null, RegisterPath.PropertyOf(term), "end");
        return With(_rule with { Term = term });
    }

    private RetentionRuleBuilder On(RetentionSide side)
    {
        OnlyOnce(_rule.Side is not RetentionSide.Both, "side", "side");
        return With(_rule with { Side = side });
    }

    private RetentionRuleBuilder Then(DisposalAction action)
    {
        OnlyOnce(_rule.Then is not DisposalAction.Delete, "then", "disposal");
        return With(_rule with { Then = action });
    }

    private RetentionRuleBuilder By(RetentionStrength strength, Citation source)
    {
        OnlyOnce(_rule.Source is not null, "source", "source");
        return With(_rule with { Strength = strength, Source = source });
    }

    private void OnlyOnce(bool isDeclared, string property, string what)
    {
        if (isDeclared)
        {
            _scope.Report(RegisterFaults.PartDeclaredTwice($"{_scope.Path}/{property}", what));
        }
    }

    private RetentionRuleBuilder With(RetentionRule rule)
    {
        _rule = rule;
        return this;
    }
}
