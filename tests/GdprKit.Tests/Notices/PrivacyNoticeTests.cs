using System.Text;
using GdprKit.Documents;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class PrivacyNoticeTests
{
    private static readonly ProcessingRegister Shop = TestRegisters.Shop();

    [Fact]
    public void The_same_register_gives_the_same_bytes()
    {
        var first = PrivacyNotice.From(TestRegisters.Shop(), Language.Dutch);
        var second = PrivacyNotice.From(ProcessingRegister.FromJson(TestRegisters.Shop().ToJson()), Language.Dutch);

        second.ToHtml().Should().Be(first.ToHtml());
        second.ToMarkdown().Should().Be(first.ToMarkdown());
        second.ToJson().Should().Be(first.ToJson());
        second.Digest.Should().Be(first.Digest);
    }

    [Fact]
    public void The_same_register_gives_the_same_bytes_under_any_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var expected = PrivacyNotice.From(Shop, Language.Dutch).ToHtml();
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            PrivacyNotice.From(Shop, Language.Dutch).ToHtml().Should().Be(expected);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_digest_is_that_of_the_json()
    {
        var notice = PrivacyNotice.From(Shop, Language.Dutch);

        notice.Digest.Should().Be(Digest.Of(Encoding.UTF8.GetBytes(notice.ToJson())));
        PrivacyNotice.From(Shop, Language.English).Digest.Should().NotBe(notice.Digest);
    }

    [Fact]
    public void A_notice_names_the_register_it_was_made_from()
    {
        var notice = PrivacyNotice.From(Shop, Language.Dutch);

        notice.RegisterHash.Should().Be(Shop.Hash);
        notice.ToMarkdown().Should().EndWith($"kenmerk {Shop.Hash.ToString()[..12]}.\n");
    }

    [Fact]
    public void The_public_notice_leaves_out_what_only_concerns_people_with_a_notice_of_their_own()
    {
        var text = PrivacyNotice.From(Shop, Language.Dutch).ToMarkdown();

        text.Should().Contain("### Nieuwsbrief").And.NotContain("### Personeel").And.NotContain("ziekteverzuim");
        text.Should().Contain("Voor medewerkers is er een eigen verklaring.");
    }

    [Fact]
    public void The_notice_of_people_tells_what_concerns_them_and_nothing_else()
    {
        var notice = PrivacyNotice.From(Shop, Language.Dutch, NoticeAudience.Of(Employees));

        notice.Document.Title.Should().Be("Privacyverklaring van Voorbeeldwinkel B.V. voor medewerkers");
        notice.ToMarkdown().Should().Contain("### Personeel").And.NotContain("### Nieuwsbrief").And.NotContain("Example Mail");
    }

    [Fact]
    public void Activities_come_in_the_order_in_which_people_meet_them_and_own_records_last()
    {
        Activities(NoticeRegisters.WithEverything()).Should().Equal(
            "activity-marketplace",
            "activity-orders",
            "activity-invoicing",
            "activity-claims",
            "activity-credit-check",
            "activity-advice",
            "activity-newsletter",
            "activity-gdprkit-accountability",
            "activity-gdprkit-suppression");
    }

    [Fact]
    public void Rights_that_no_basis_gives_are_absent()
    {
        var text = PrivacyNotice.From(NoticeRegisters.Smallest(basis: activity => activity.OnLegalObligation("art. 1 Voorbeeldwet")), Language.Dutch).ToMarkdown();

        text.Should().Contain("Inzage (art. 15 AVG)").And.Contain("Beperking (art. 18 AVG)");
        text.Should().NotContain("art. 17 AVG").And.NotContain("art. 20 AVG").And.NotContain("art. 21").And.NotContain("art. 22 AVG").And.NotContain("intrekken");
    }

    [Fact]
    public void The_right_to_object_stands_in_a_section_of_its_own()
    {
        var section = PrivacyNotice.From(Shop, Language.English).Document.Sections.Single(section => section.Id == NoticeSections.Objection);

        section.Blocks.Should().ContainSingle().Which.Should().BeOfType<DocumentBlock.Callout>()
            .Which.Requirements.Should().Equal(RequirementId.Parse("N19"));
    }

    [Fact]
    public void Backups_are_told_only_where_they_are_declared()
    {
        PrivacyNotice.From(Shop, Language.Dutch).ToMarkdown().Should().Contain("Gewiste gegevens zijn uiterlijk 31 dagen later ook uit de laatste back-up.");
        PrivacyNotice.From(NoticeRegisters.Smallest(), Language.Dutch).ToMarkdown().Should().NotContain("### Back-ups");
    }

    [Fact]
    public void Where_data_leave_without_safeguards_the_absence_of_an_adequacy_decision_is_told()
    {
        TransferText(new TransferSafeguard.Derogation(TransferDerogation.ContractWithThePerson))
            .Should().Contain("geen besluit van de Europese Commissie").And.NotContain("kopie");
        TransferText(new TransferSafeguard.CompellingInterest(LocalizedText.Of("een spoedlevering", "an urgent delivery"), LocalizedText.Of("versleuteling", "encryption")))
            .Should().Contain("geen besluit van de Europese Commissie").And.Contain("een kopie opvragen");
        TransferText(new TransferSafeguard.BindingCorporateRules(LocalizedText.Of("bel ons", "call us")))
            .Should().NotContain("geen besluit").And.Contain("Zo krijg je een kopie: bel ons.");
    }

    [Fact]
    public void Who_has_no_page_for_rights_is_reached_as_the_controller_is()
    {
        PrivacyNotice.From(NoticeRegisters.Smallest(), Language.Dutch).ToMarkdown()
            .Should().Contain("Zo doe je dat: mail naar [info@example.nl](mailto:info@example.nl).");
    }

    [Fact]
    public void A_language_without_texts_is_refused()
    {
        var dutch = NoticeRegisters.Changed(NoticeRegisters.Smallest(), declared => declared with { Languages = [Language.Dutch] });

        FluentActions.Invoking(() => PrivacyNotice.From(dutch, Language.English)).Should().Throw<ArgumentException>()
            .WithMessage("GDPR1030: the register has no texts in 'en'; it has them in 'nl'. Ask for one of these, or give every text in 'en' too.*");
    }

    [Fact]
    public void People_without_a_notice_of_their_own_have_none()
    {
        FluentActions.Invoking(() => PrivacyNotice.From(Shop, Language.Dutch, NoticeAudience.Of(Customers))).Should().Throw<ArgumentException>()
            .WithMessage("GDPR1031: 'customers' have no notice of their own*");
        FluentActions.Invoking(() => PrivacyNotice.From(Shop, Language.Dutch, NoticeAudience.Of(Key<SubjectKind>.Parse("unknown")))).Should().Throw<ArgumentException>()
            .WithMessage("GDPR1031:*");
    }

    [Fact]
    public void Where_everybody_has_a_notice_of_their_own_there_is_no_public_one()
    {
        var register = NoticeRegisters.Changed(
            NoticeRegisters.Smallest(),
            declared => declared with { People = declared.People.Select(kind => kind with { HasOwnNotice = true }).ToValueList() });

        FluentActions.Invoking(() => PrivacyNotice.From(register, Language.Dutch)).Should().Throw<ArgumentException>().WithMessage("GDPR1031: everybody*");
        PrivacyNotice.From(register, Language.Dutch, NoticeAudience.Of(Customers)).Document.Title.Should().EndWith("voor klanten");
        NoticeAudience.AllOf(register).Should().Equal(NoticeAudience.Of(Customers));
    }

    [Fact]
    public void A_register_has_a_public_notice_and_one_per_kind_of_people_with_their_own()
    {
        NoticeAudience.AllOf(Shop).Should().Equal(NoticeAudience.Everybody, NoticeAudience.Of(Employees));
    }

    private static string TransferText(TransferSafeguard safeguard) => PrivacyNotice.From(
        TestRegisters.Shop(register => register
            .Recipient(Key<Recipient>.Parse("carrier"), recipient => recipient
                .Name("Example Carrier").Controller().Task("bezorgt pakketten", "delivers parcels").Country("MA").TransfersTo("MA", safeguard, "TIA-2"))
            .Activity(Key<ProcessingActivity>.Parse("delivery"), activity => activity
                .Name("Bezorging", "Delivery").Purpose("Wij bezorgen je pakket.", "We deliver your parcel.").OnContract()
                .About(Customers).Uses(Name).SharedWith(Key<Recipient>.Parse("carrier"))
                .Keep(keep => keep.For(NodaTime.Period.FromYears(1)).After(LastPurchase)))),
        Language.Dutch).ToMarkdown().Split("Example Carrier:**")[^1].Split("**")[0];

    private static IEnumerable<string> Activities(ProcessingRegister register) => PrivacyNotice.From(register, Language.Dutch).Document.Sections
        .Single(section => section.Id == NoticeSections.Activities).Sections.Select(section => section.Id.ToString());
}
