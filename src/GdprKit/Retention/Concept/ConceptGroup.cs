using GdprKit.Documents;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Says of fields that become due together what they are needed for, how long, from which day, and what happens to each.</summary>
internal sealed class ConceptGroup(PlannedEntity entity, FieldGroup group, ConceptSource source)
{
    private readonly ProcessingRegister _register = source.Register;
    private readonly ConceptTexts _texts = source.Texts;
    private readonly RegisterWording _words = source.Words;
    private readonly EntityWords _names = source.Names;
    private readonly EventTimes _times = new(entity.Entity, group);

    public DocumentSection Section(SectionId id) => new(id, _words.AsHeading(_names.Categories(group.Categories)))
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(_texts.Of(_words.And(group.Whose.Select(Owner)))),
            group.Activities.IsEmpty
                ? new DocumentBlock.Callout([new DocumentBlock.Paragraph(_texts.UsedByNothing)])
                : new DocumentBlock.Table(_texts.ActivitiesCaption, [_texts.Activity, _texts.Basis, _texts.HowLong, _texts.CountsFrom], group.Activities.SelectMany(Rules).ToValueList()),
            new DocumentBlock.Table(_texts.FieldsCaption, [_texts.Field, _texts.Data, _texts.WhatHappens], group.Fields.Select(Field).ToValueList()),
        ],
    };

    private string Owner(OwnerPath owner) => owner.Steps.IsEmpty
        ? _texts.InThisRow(_names.People([owner]))
        : _texts.ByWayOf(_names.People([owner]), string.Join(", ", owner.Steps.Select(step => ClassOf(step.Entity))));

    private string ClassOf(string name) =>
        source.Find(entity.Store, name)?.ToString() ?? name[(name.LastIndexOfAny(['.', '+']) + 1)..];

    private ValueList<InlineText> Field(PlannedField planned)
    {
        var category = _register.Categories[planned.Field.Category];
        return
        [
            new Inline.Code(planned.ToString()),
            OverviewBlocks.Lines(
                _words.AsHeading(_words.Text(category.Label)),
                category.Sensitivity is DataSensitivity.Ordinary ? default(InlineText) : _words.Name(category.Sensitivity)),
            _words.AsSentence(source.Retention.Name(planned)),
        ];
    }

    private IEnumerable<ValueList<InlineText>> Rules(PlannedActivity planned) => planned.Rules.Select(rule => (ValueList<InlineText>)
    [
        _words.Text(planned.Activity.Name),
        OverviewBlocks.Lines(
            _words.AsHeading(_words.NameWithArticle(planned.Activity.Basis)),
            Only(planned.Activity),
            entity.Entity.Scopes.Any(scope => scope.Activity == planned.Activity.Key) ? _texts.OnlySomeRows(entity.ToString()) : default(InlineText)),
        OverviewBlocks.Lines(
            _words.AsSentence(_words.HowLong(Honest(rule), _register)),
            rule.Term is RetentionTerm.Indefinitely ? default(InlineText) : _words.AsSentence($"{source.Overview.NameOf(rule.Side)}, {source.Overview.Then(Then(rule))}"),
            Authority(rule),
            OverviewBlocks.Lines(Yielding(rule))),
        CountsFrom(rule.Term),
    ]);

    // Nobody may be told that data are anonymous while something beside them still says whose they are.
    private bool IsTooMuch(RetentionRule rule) => rule.Then is DisposalAction.Anonymise && !entity.TellsNothingWithoutFields;

    private string Then(RetentionRule rule) => IsTooMuch(rule) ? _texts.Replace : _words.Name(rule.Then);

    // Of what is erased, how long it is kept says no more than that.
    private RetentionRule Honest(RetentionRule rule) => !IsTooMuch(rule) ? rule : rule with { Then = rule.Side is RetentionSide.MustBeGone ? DisposalAction.Blank : DisposalAction.Delete };

    /// <summary>Whom an activity is about, where the fields are about others too.</summary>
    private InlineText Only(ProcessingActivity activity)
    {
        var about = group.Whose.Where(owner => activity.People.Contains(owner.Kind)).ToList();
        return about.Count == group.Whose.Count ? default(InlineText) : _names.People(about);
    }

    private InlineText Authority(RetentionRule rule)
    {
        var strength = _words.AsHeading(_words.Name(rule.Strength));
        return rule.Source is null ? strength : [$"{strength}: ", .. new OverviewBlocks(source.Overview).Law(rule.Source)];
    }

    private IEnumerable<InlineText> Yielding(RetentionRule rule) => _register.ConflictChoices
        .Where(choice => choice.Yields == rule.Key)
        .Select(choice => (InlineText)_texts.Yields(choice.Prevails.ToString(), _words.Text(choice.Reason)));

    private InlineText CountsFrom(RetentionTerm term) => term switch
    {
        RetentionTerm.WhileConsentStands => _texts.WhenConsentEnds,
        RetentionTerm.Indefinitely => _texts.NoEnd,
        _ => OverviewBlocks.Lines(TermEvents.Of(term).Distinct().Select(Event)),
    };

    private InlineText Event(Key<RetentionEvent> happened)
    {
        var label = _words.Text(_register.Events[happened].Label);
        return _times.Of(happened) switch
        {
            null => [$"{label}: ", new Inline.Strong(_texts.DateUnknown)],
            { Property: { } property } => [$"{label}: {_texts.DateInField} ", new Inline.Code(property.ToString())],
            _ => $"{label}: {_texts.DateComputed}",
        };
    }
}
