using System.Text;

namespace GdprKit.Documents;

public sealed class DocumentReadingTests
{
    [Fact]
    public void A_document_that_was_written_is_read_as_it_was()
    {
        var document = SampleDocument.Create("<b>&\"'é");

        Read(document.ToJson()).Should().Be(document with { ContentsHeading = null });
    }

    [Fact]
    public void Every_notice_is_read_as_it_was_written()
    {
        foreach (var notice in PrivacyNotices().ToList())
        {
            Read(notice.ToJson()).Should().Be(notice.Document with { ContentsHeading = null });
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"title":"T","language":"en","introduction":[],"sections":[]}""")]
    [InlineData("""{"title":" ","language":"en","introduction":[],"sections":[],"closing":[]}""")]
    [InlineData("""{"title":"T","language":"english","introduction":[],"sections":[],"closing":[]}""")]
    [InlineData("""{"title":"T","language":"en","introduction":[{"type":"song","requirements":[]}],"sections":[],"closing":[]}""")]
    [InlineData("""{"title":"T","language":"en","introduction":[{"type":"paragraph","requirements":[],"text":[{"type":"link","value":"x","target":"javascript:alert(1)"}]}],"sections":[],"closing":[]}""")]
    [InlineData("""{"title":1,"language":"en","introduction":[],"sections":[],"closing":[]}""")]
    public void What_is_no_document_is_refused_with_the_remedy(string json) =>
        FluentActions.Invoking(() => Read(json)).Should().Throw<FormatException>().WithMessage("GDPR1016: *Pass what ToJson wrote, unchanged.");

    private static Document Read(string json) => Document.FromJson(Encoding.UTF8.GetBytes(json));

    private static IEnumerable<PrivacyNotice> PrivacyNotices()
    {
        foreach (var register in (ProcessingRegister[])[TestRegisters.Shop(), ConsentTest.Register])
        {
            foreach (var audience in NoticeAudience.AllOf(register))
            {
                yield return PrivacyNotice.From(register, Language.Dutch, audience);
                yield return PrivacyNotice.From(register, Language.English, audience);
            }
        }
    }
}
