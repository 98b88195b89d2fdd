using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Says of the rows of an entity what happens to them, to each of their fields, and to what refers to them.</summary>
internal sealed class ConceptEntity
{
    private readonly int _number;
    private readonly PlannedEntity _entity;
    private readonly ConceptSource _source;
    private readonly ConceptTexts _texts;
    private readonly RegisterWording _words;
    private readonly EntityWords _names;

    public ConceptEntity(int number, PlannedEntity entity, ConceptSource source)
    {
        (_number, _entity, _source) = (number, entity, source);
        (_texts, _words, _names) = (source.Texts, source.Words, source.Names);
    }

    public string Store => _entity.Store;

    private string Heading => $"{_number}. {_names.Title(_entity)}";

    private SectionId Id => SectionId.Parse($"rows-{_number}");

    private string Categories => _names.Categories(_entity.Groups.SelectMany(group => group.Categories).Distinct().Order());

    private string People => _names.People(_entity.Entity.Owners);

    /// <summary>The activities that leave a row standing to which they apply.</summary>
    private IEnumerable<(FieldGroup Group, ProcessingActivity Activity)> Sparing =>
        from fields in _entity.Groups
        from activity in fields.Activities
        where activity.Then is not DisposalAction.Delete
        select (fields, activity.Activity);

    private IEnumerable<(FieldGroup Group, ProcessingActivity Activity)> SparingAll => Sparing.Where(each =>
        each.Group.Whose.All(owner => each.Activity.People.Contains(owner.Kind)) && !_entity.Entity.Scopes.Any(scope => scope.Activity == each.Activity.Key));

    private bool GoesAlong => _source.Plan.Entities.Any(owner => owner.Store == Store && PlanWarnings.TakesAlong(owner, _entity));

    public ValueList<InlineText> InShort() =>
    [
        Inline.ToSection(Heading, Id),
        People,
        _words.AsHeading(_entity.Groups.IsEmpty ? "–" : Categories),
        _words.AsHeading(_entity.Groups.IsEmpty && GoesAlong ? _texts.RowGoesAlongInShort
            : _entity.Groups.IsEmpty ? _texts.RowStaysInShort
            : SparingAll.Any() ? _texts.RowStaysInShort
            : Sparing.Any() ? _texts.RowMayStayInShort
            : _texts.RowGoesInShort),
    ];

    public DocumentSection Section() => new(Id, Heading)
    {
        Blocks =
        [
            .. _entity.Groups.IsEmpty ? [] : new[] { new DocumentBlock.Paragraph(_texts.HoldsOf(Categories, People)) },
            new DocumentBlock.Paragraph(Row()),
            Dependents(),
        ],
        Sections = _entity.Groups.Select((group, index) => new ConceptGroup(_entity, group, _source).Section(SectionId.Parse($"{Id}-fields-{index + 1}"))).ToValueList(),
    };

    private string Row() => this switch
    {
        _ when _entity.Groups.IsEmpty => GoesAlong ? _texts.RowGoesWithOwner : _texts.RowBelongsToNone,
        _ when SparingAll.Any() => _texts.RowStays(Quoted(SparingAll, _words.And)),
        _ when Sparing.Any() => _texts.RowMayStay(Quoted(Sparing, _words.Or)),
        _ when _entity.Dependents.Any(dependent => dependent.Disposal is DependentDisposal.AwaitedFirst) => _texts.RowGoesAfterOthers,
        _ => _texts.RowGoes,
    };

    private string Quoted(IEnumerable<(FieldGroup Group, ProcessingActivity Activity)> activities, Func<IEnumerable<string>, string> join) =>
        join(activities.Select(each => $"“{_words.Text(each.Activity.Name)}”").Distinct());

    private DocumentBlock Dependents() => _entity.Dependents.IsEmpty
        ? new DocumentBlock.Paragraph(_texts.NothingRefers)
        : new DocumentBlock.Table(_texts.DependentsCaption, [_texts.RefersHere, _texts.RefersBy, _texts.WhatHappens], _entity.Dependents.Select(Dependent).ToValueList());

    private ValueList<InlineText> Dependent(PlannedDependent dependent)
    {
        var planned = _source.Find(_entity.Store, dependent.Entity.Name);
        return
        [
            planned is null ? dependent.Entity.ToString() : _names.Title(planned),
            InlineText.Join(", ", dependent.Reference.Properties.Select(property => (InlineText)new Inline.Code(property.ToString()))),
            OverviewBlocks.Lines(_words.AsSentence(_source.Retention.Name(dependent.Disposal)), _source.Retention.Explanation(dependent.Disposal)),
        ];
    }
}
