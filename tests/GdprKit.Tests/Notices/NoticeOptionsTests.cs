using GdprKit.Documents;

namespace GdprKit;

public sealed class NoticeOptionsTests
{
    private static readonly ProcessingRegister Shop = TestRegisters.Shop();

    [Fact]
    public void A_replaced_section_stands_in_the_place_of_the_built_in_one()
    {
        var options = new NoticeOptions().Replace(NoticeSections.Complaint, Complaint, NoticeItem.Complaint);

        var notice = PrivacyNotice.From(Shop, Language.English, options: options);

        notice.ToMarkdown().Should().Contain("## Our own words").And.NotContain("Autoriteit Persoonsgegevens");
        notice.Document.Sections.Select(section => section.Id).Should().Equal(PrivacyNotice.From(Shop, Language.English).Document.Sections.Select(section => section.Id));
        notice.ToHtml().Should().Contain("<section id=\"complaint\" aria-labelledby=\"complaint--heading\" data-gdpr-item=\"N14\">");
    }

    [Fact]
    public void A_replaced_section_may_mark_its_own_parts()
    {
        var options = new NoticeOptions().Replace(NoticeSections.Complaint, context => new DocumentSection(NoticeSections.Complaint, "Klacht")
        {
            Blocks = [new DocumentBlock.Paragraph("…") { Requirements = [RequirementId.Parse("N14")] }],
        });

        PrivacyNotice.From(Shop, Language.Dutch, options: options).ToHtml().Should().Contain("<p data-gdpr-item=\"N14\">");
    }

    [Fact]
    public void A_section_is_replaced_per_language()
    {
        var options = new NoticeOptions().Replace(
            NoticeSections.Complaint,
            context => context.Language == Language.English ? Complaint(context) : null,
            NoticeItem.Complaint);

        PrivacyNotice.From(Shop, Language.English, options: options).ToMarkdown().Should().Contain("Our own words");
        PrivacyNotice.From(Shop, Language.Dutch, options: options).ToMarkdown().Should().Contain("Autoriteit Persoonsgegevens");
    }

    [Fact]
    public void Of_two_replacements_of_one_section_the_last_counts()
    {
        var options = new NoticeOptions()
            .Replace(NoticeSections.Complaint, _ => new DocumentSection(NoticeSections.Complaint, "First"), NoticeItem.Complaint)
            .Replace(NoticeSections.Complaint, Complaint, NoticeItem.Complaint);

        PrivacyNotice.From(Shop, Language.English, options: options).ToMarkdown().Should().Contain("## Our own words").And.NotContain("## First");
    }

    [Fact]
    public void What_a_replaced_section_does_not_cover_is_an_error_all_at_once()
    {
        var options = new NoticeOptions()
            .Replace(NoticeSections.Complaint, Complaint)
            .Replace(NoticeSections.Recipients, _ => new DocumentSection(NoticeSections.Recipients, "Partners"));

        var make = () => PrivacyNotice.From(Shop, Language.English, options: options);

        make.Should().Throw<InvalidNoticeException>().Which.Message.ReplaceLineEndings("\n").Should().Be(
            """
            The privacy notice has 2 faults.
              GDPR4301: The privacy notice lacks N08, the recipients (Art. 13(1)(e), 14(1)(e)). It is declared at /activities/…/recipients and stands in the section 'recipients'; the section that replaces it must say it and cover NoticeItem.Recipients.
              GDPR4301: The privacy notice lacks N14, the right to complain to a supervisory authority (Art. 13(2)(d), 14(2)(e)). It is declared at /controller/supervisoryAuthority and stands in the section 'complaint'; the section that replaces it must say it and cover NoticeItem.Complaint.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_does_not_apply_must_not_be_covered()
    {
        var options = new NoticeOptions().AddAfter(
            NoticeSections.Controller,
            _ => new DocumentSection(SectionId.Parse("officer"), "Officer"),
            NoticeItem.DataProtectionOfficer);

        var make = () => PrivacyNotice.From(Shop, Language.English, options: options);

        make.Should().Throw<InvalidNoticeException>().Which.Faults.Should().ContainSingle().Which.ToString().Should().Be(
            "GDPR4302: The privacy notice tells of N03, the data protection officer (Art. 13(1)(b), 14(1)(b)), and the register declares nothing of the kind. Declare it at /controller/dataProtectionOfficer, or take NoticeItem.DataProtectionOfficer out of what the replaced section says and covers.");
    }

    [Fact]
    public void A_section_that_notices_do_not_have_cannot_be_replaced()
    {
        var options = new NoticeOptions().Replace(SectionId.Parse("cookies"), _ => null);

        var make = () => PrivacyNotice.From(Shop, Language.English, options: options);

        make.Should().Throw<InvalidNoticeException>().WithMessage("*GDPR4303: The notice has no section 'cookies' to replace or to add to. Name one of NoticeSections: 'summary', 'controller',*");
    }

    [Fact]
    public void A_replaced_section_keeps_the_id()
    {
        var options = new NoticeOptions().Replace(NoticeSections.Complaint, _ => new DocumentSection(SectionId.Parse("klacht"), "Klacht"), NoticeItem.Complaint);

        var make = () => PrivacyNotice.From(Shop, Language.Dutch, options: options);

        make.Should().Throw<InvalidNoticeException>().Which.Faults.Should().ContainSingle().Which.Id.Should().Be("GDPR4304");
    }

    [Fact]
    public void A_section_is_added_behind_another_even_where_that_one_does_not_apply()
    {
        var cookies = SectionId.Parse("cookies");
        var options = new NoticeOptions().AddAfter(NoticeSections.Transfers, _ => new DocumentSection(cookies, "Cookies"));

        var sections = PrivacyNotice.From(NoticeRegisters.Smallest(), Language.Dutch, options: options).Document.Sections.Select(section => section.Id).ToList();

        sections.Should().NotContain(NoticeSections.Transfers);
        sections[sections.IndexOf(cookies) + 1].Should().Be(NoticeSections.Retention);
    }

    [Fact]
    public void The_host_chooses_the_title()
    {
        var options = new NoticeOptions { Title = LocalizedText.Of("Jouw gegevens", "Your data") };

        PrivacyNotice.From(Shop, Language.Dutch, options: options).Document.Title.Should().Be("Jouw gegevens");
        PrivacyNotice.From(Shop, Language.English, options: options).Document.Title.Should().Be("Your data");
    }

    [Fact]
    public void One_sentence_is_said_otherwise_in_one_place()
    {
        var options = new NoticeOptions().UseWording(new Formal());

        PrivacyNotice.From(Shop, Language.Dutch, options: options).ToMarkdown().Should().Contain("Hier leest u het.");
        PrivacyNotice.From(Shop, Language.English, options: options).Should().BeEquivalentTo(PrivacyNotice.From(Shop, Language.English));
    }

    private static DocumentSection Complaint(NoticeContext context) => new(NoticeSections.Complaint, "Our own words")
    {
        Blocks = [new DocumentBlock.Paragraph(context.Register.Controller.Name)],
    };

    private sealed class Formal : DutchNoticeWording
    {
        public override string Introduction => "Hier leest u het.";
    }
}
