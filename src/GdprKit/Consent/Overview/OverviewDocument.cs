using GdprKit.Documents;

namespace GdprKit.Consent;

/// <summary>Writes an overview of consents as a text for the operator: first how it stands, then how it came so.</summary>
internal sealed class OverviewDocument
{
    // What is told apart; the ten states are for who looks into one consent.
    private static readonly ConsentStatus[][] Groups =
    [
        [ConsentStatus.Given, ConsentStatus.Renewed],
        [ConsentStatus.Requested, ConsentStatus.Deferred],
        [ConsentStatus.Refused],
        [ConsentStatus.Withdrawn],
        [ConsentStatus.Revoked, ConsentStatus.Invalidated],
        [ConsentStatus.Expired],
    ];

    private readonly ConsentOverview _overview;
    private readonly ProcessingRegister _register;
    private readonly OverviewTexts _texts;

    // The same in every chart, so that a thing looks the same in each; without what occurs nowhere.
    private readonly ConsentStatus[][] _shown;

    public OverviewDocument(ConsentOverview overview, ProcessingRegister register, Language language)
    {
        (_overview, _register, _texts) = (overview, register, new OverviewTexts(language));
        var occurring = Array.FindAll(Groups, group => overview.Topics.Any(topic => group.Sum(topic.In) > 0 || topic.Months.Any(month => group.Sum(month.Into) > 0)));
        _shown = occurring.Length > 0 ? occurring : Groups;
    }

    private RegisterWording Words => _texts.Words;

    private Language Language => Words.Language;

    public Document Write() => new(_texts.Title, Language, _overview.Topics.IsEmpty ? [] : [Today(), .. _overview.Topics.Select(Months)])
    {
        Introduction = [.. Introduction()],
        Closing =
        [
            .. _overview.Topics.IsEmpty ? [] : new DocumentBlock[] { new DocumentBlock.Paragraph(_texts.HowCounted) },
            new DocumentBlock.Paragraph(_texts.CountedOn(Words.Date(_overview.CountedAt.InZone(_register.Controller.TimeZone).Date))),
        ],
    };

    private IEnumerable<DocumentBlock> Introduction()
    {
        yield return new DocumentBlock.Paragraph(_overview.Topics.IsEmpty ? _texts.NothingAsked : _texts.Introduction);
        if (_overview.Undeclared > 0)
        {
            yield return new DocumentBlock.Paragraph(_texts.Undeclared(WholeNumber.Write(_overview.Undeclared, Language)));
        }

        if (_overview.Topics.Sum(topic => topic.In(ConsentStatus.Unknown)) is > 0 and var unreadable)
        {
            yield return new DocumentBlock.Paragraph(_texts.Unreadable(WholeNumber.Write(unreadable, Language)));
        }
    }

    private DocumentSection Today() => new(SectionId.Parse("today"), _texts.Today)
    {
        Blocks =
        [
            .. _overview.Topics.Chunk(DocumentBlock.Chart.MaximumCategories).Select(topics => new DocumentBlock.Chart(
                _texts.Standing,
                _texts.People,
                _texts.Asked,
                topics.Select(topic => Name(topic.Topic)).ToValueList(),
                _shown.Select(group => new ChartSeries(_texts.State(group[0]), topics.Select(topic => group.Sum(topic.In)).ToValueList())).ToValueList())
            {
                IsHorizontal = true,
            }),
        ],
    };

    private DocumentSection Months(TopicOverview topic, int index)
    {
        var series = _shown.Select(group => new ChartSeries(_texts.Event(group[0]), topic.Months.Select(month => group.Sum(month.Into)).ToValueList())).ToValueList();
        return new DocumentSection(SectionId.Parse($"topic-{index + 1}"), Name(topic.Topic))
        {
            Blocks =
            [
                topic.Months.All(month => month.Reached.IsEmpty)
                    ? new DocumentBlock.Paragraph(_texts.NothingInMonths(topic.Months.Count))
                    : new DocumentBlock.Chart(_texts.PerMonth(Name(topic.Topic)), _texts.People, _texts.Month, topic.Months.Select(month => MonthNames.Write(month.Month, Language)).ToValueList(), series),
            ],
        };
    }

    private string Name(ConsentTopic topic)
    {
        var name = Words.Text(_register.Activities[topic.Activity].Name);
        return topic.Channel is { } channel ? _texts.Over(name, Words.Name(channel)) : name;
    }
}
