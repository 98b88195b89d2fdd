using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Says what stands around the plan: what people do by hand, the backups, who takes care of what, and who signs.</summary>
internal sealed class ConceptSurroundings(ConceptSource source)
{
    private static readonly InlineText Blank = new Inline.Blank();

    private readonly DisposalPlan _plan = source.Plan;
    private readonly ConceptTexts _texts = source.Texts;
    private readonly RegisterWording _words = source.Words;
    private readonly OverviewTexts _overview = source.Overview;

    public IEnumerable<DocumentSection> Sections() =>
    [
        new(SectionId.Parse("manual-stores"), _texts.ManualStores)
        {
            Blocks = _plan.ManualStores.IsEmpty
                ? [new DocumentBlock.Paragraph(_texts.NoManualStores)]
                : [new DocumentBlock.Table(_texts.ManualStoresCaption, [_texts.Place, _texts.Whose, _texts.Holds, _texts.Task], _plan.ManualStores.Select(ManualStore).ToValueList())],
        },
        new(SectionId.Parse("backups"), _texts.Backups)
        {
            Blocks = [new DocumentBlock.Paragraph(_words.AsSentence(_words.GoneFromBackups(_plan.Register))), .. Backups()],
        },
        .. ConceptWarnings.ForDevelopers(source),
        new(SectionId.Parse("tasks"), _texts.Tasks)
        {
            Blocks = [new DocumentBlock.Table(_texts.TasksCaption, [_texts.Job, _texts.NameAndRole], Jobs().Select(job => (ValueList<InlineText>)[job, Blank]).ToValueList())],
        },
        new(SectionId.Parse("signatures"), _texts.Signatures)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(_texts.SignaturesIntroduction),
                new DocumentBlock.Table(
                    _texts.SignaturesCaption,
                    [_texts.OnBehalfOf, _texts.Name, _texts.Role, _texts.Date, _texts.Signature],
                    Parties().Select(party => (ValueList<InlineText>)[party, Blank, Blank, Blank, Blank]).ToValueList()),
            ],
        },
    ];

    private ValueList<InlineText> ManualStore(ManualStore store) =>
    [
        _words.AsHeading(_words.Text(store.Name)),
        _words.And(store.People.Select(kind => _words.Text(_plan.Register.People[kind].Label))),
        source.Names.Categories(store.Categories),
        _words.AsSentence(_words.Text(store.Instruction)),
    ];

    private IEnumerable<DocumentBlock> Backups() => _plan.Register.Backups.Count == 0 ? [] :
    [
        new DocumentBlock.Table(
            _overview.BackupsCaption,
            [_overview.Name, _overview.Rotation, _overview.GoneAfter],
            _plan.Register.Backups.Select(backup => (ValueList<InlineText>)
            [
                _words.AsHeading(_words.Text(backup.Name)),
                _words.AsSentence(_words.Sentence(backup)),
                _words.Period(backup.GoneAfterAtMost),
            ]).ToValueList()),
    ];

    private IEnumerable<string> Jobs() =>
    [
        _texts.KeepUpToDate,
        _texts.Approve,
        _texts.LookAfterUnknown,
        .. _plan.ManualStores.Select(store => _texts.RemoveFrom(_words.Text(store.Name))),
        .. _plan.Register.Backups.Count == 0 ? Array.Empty<string>() : [_texts.OverwriteBackups],
    ];

    private IEnumerable<string> Parties() =>
    [
        _texts.Controller,
        _plan.Register.Controller.DataProtectionOfficer is null ? _texts.WhoWatches : _texts.Officer,
        _texts.Operations,
    ];
}
