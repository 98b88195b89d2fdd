using System.Text.RegularExpressions;
using GdprKit.Documents;

namespace GdprKit;

/// <summary>
/// Plain language (Art. 12(1)) in figures: short sentences. Measured on everything a notice can say; what a register declares is part of
/// it, so the declarations of the test are short as well.
/// </summary>
public sealed partial class NoticeReadabilityTests
{
    private const double MostWordsOnAverage = 15;

    private const int MostWords = 30;

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_are_short(string language)
    {
        var sentences = SentencesOf(PrivacyNotice.From(NoticeRegisters.WithEverything(), Language.Parse(language))).ToList();

        sentences.Should().HaveCountGreaterThan(100);
        sentences.Average(sentence => Word().Count(sentence)).Should().BeLessThanOrEqualTo(MostWordsOnAverage);
        sentences.Where(sentence => Word().Count(sentence) > MostWords).Should().BeEmpty();
    }

    [Fact]
    public void Words_that_only_lawyers_use_are_left_to_lawyers()
    {
        PrivacyNotice.From(NoticeRegisters.WithEverything(), Language.Dutch).ToMarkdown()
            .Should().NotContainAny("betrokkene", "derde land", "passende waarborg", "verwerkingsdoeleinde", "dienen te", "teneinde", "middels", "inzake", "indien ");
        PrivacyNotice.From(NoticeRegisters.WithEverything(), Language.English).ToMarkdown()
            .Should().NotContainAny("data subject", "third country", "pursuant", "hereinafter", "thereof", "aforementioned", "shall ");
    }

    [Fact]
    public void The_reader_is_addressed_informally()
    {
        FormalAddress().Matches(PrivacyNotice.From(NoticeRegisters.WithEverything(), Language.Dutch).ToMarkdown()).Should().BeEmpty();
    }

    private static IEnumerable<string> SentencesOf(PrivacyNotice notice) => notice.Document.AllSections()
        .SelectMany(section => section.Blocks.SelectMany(TextsOf))
        .Concat(notice.Document.Introduction.SelectMany(TextsOf))
        .SelectMany(text => EndOfSentence().Split(text.ToString()))
        .Where(sentence => Word().IsMatch(sentence));

    private static IEnumerable<InlineText> TextsOf(DocumentBlock block) => block switch
    {
        DocumentBlock.Paragraph paragraph => [paragraph.Text],
        DocumentBlock.BulletList list => list.Items,
        DocumentBlock.DefinitionList list => list.Definitions.SelectMany(definition => definition.Descriptions),
        DocumentBlock.Callout callout => callout.Blocks.SelectMany(TextsOf),
        _ => [],
    };

    /// <summary>Not after an abbreviation: "art. 6", "B.V.".</summary>
    [GeneratedRegex(@"(?<!\bart|\bB|\bV|\bInc|\bdr)[.!?:](?=\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}’'-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(u|uw|U|Uw)\b")]
    private static partial Regex FormalAddress();
}
