using GdprKit.Documents;

namespace GdprKit.Consent;

/// <summary>Writes an overview of consents as a text for the operator: first how it stands, then how it came so.</summary>
internal sealed class OverviewDocument(ConsentOverview overview, ProcessingRegister register, Language language)
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

    private readonly OverviewTexts _texts = new(language);

    private RegisterWording Words => _texts.Words;

    public Document Write() => new(_texts.Title, language, overview.Topics.IsEmpty ? [] : [Today(), .. overview.Topics.Select(Months)])
    {
        Introduction = [.. Introduction()],
        Closing =
        [
            .. overview.Topics.IsEmpty ? [] : new DocumentBlock[] { new DocumentBlock.Paragraph(_texts.HowCounted) },
            new DocumentBlock.Paragraph(_texts.CountedOn(Words.Date(overview.CountedAt.InZone(register.Controller.TimeZone).Date))),
        ],
    };

    private IEnumerable<DocumentBlock> Introduction()
    {
        yield return new DocumentBlock.Paragraph(overview.Topics.IsEmpty ? _texts.NothingAsked : _texts.Introduction);
        if (overview.Undeclared > 0)
        {
            yield return new DocumentBlock.Paragraph(_texts.Undeclared(WholeNumber.Write(overview.Undeclared, language)));
        }

        if (overview.Topics.Sum(topic => topic.In(ConsentStatus.Unknown)) is > 0 and var unreadable)
        {
            yield return new DocumentBlock.Paragraph(_texts.Unreadable(WholeNumber.Write(unreadable, language)));
        }
    }

    private DocumentSection Today() => new(SectionId.Parse("today"), _texts.Today)
    {
        Blocks =
        [
            .. overview.Topics.Chunk(DocumentBlock.Chart.MaximumCategories).Select(topics => new DocumentBlock.Chart(
                _texts.Today,
                _texts.People,
                _texts.Asked,
                topics.Select(topic => Name(topic.Topic)).ToValueList(),
                Groups.Select((group, index) => new ChartSeries(_texts.State(group[0]), topics.Select(topic => group.Sum(topic.In)).ToValueList())).ToValueList())
            {
                IsHorizontal = true,
            }),
        ],
    };

    private DocumentSection Months(TopicOverview topic, int index)
    {
        var series = Groups
            .Select(group => (Name: _texts.Event(group[0]), Values: topic.Months.Select(month => group.Sum(month.Into)).ToValueList()))
            .Where(each => each.Values.Any(value => value > 0))
            .Select(each => new ChartSeries(each.Name, each.Values))
            .ToValueList();
        return new DocumentSection(SectionId.Parse($"topic-{index + 1}"), Name(topic.Topic))
        {
            Blocks =
            [
                series.IsEmpty
                    ? new DocumentBlock.Paragraph(_texts.NothingInMonths(topic.Months.Count))
                    : new DocumentBlock.Chart(_texts.PerMonth(Name(topic.Topic)), _texts.People, _texts.Month, topic.Months.Select(month => MonthNames.Write(month.Month, language)).ToValueList(), series),
            ],
        };
    }

    private string Name(ConsentTopic topic)
    {
        var name = Words.Text(register.Activities[topic.Activity].Name);
        return topic.Channel is { } channel ? _texts.Over(name, Words.Name(channel)) : name;
    }
}
