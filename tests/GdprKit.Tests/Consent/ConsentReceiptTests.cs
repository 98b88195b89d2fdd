using System.Text.Json;
using CsCheck;
using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>A receipt tells the person what they agreed to, and machines every field that ISO/IEC TS 27560 requires.</summary>
public sealed class ConsentReceiptTests : ConsentTest
{
    private static readonly string[] Required =
    [
        "@context", "@id", "@type", "dct:identifier", "dct:conformsTo", "dpv:hasDataSubject", "dpv:hasDataController", "dpv:hasJurisdiction",
        "dpv:hasApplicableLaw", "dpv:hasProcess", "dpv:hasConsentControl", "dpv:hasRight", "dpv:hasNotice", "dpv:hasConsentStatus",
    ];

    [Fact]
    public async Task Who_never_agreed_gets_none()
    {
        await Consents.RefuseAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);

        (await Consents.FindReceiptAsync(Ann, Newsletter, Language.Dutch, Token)).Should().BeNull();
        (await Consents.FindReceiptAsync(SubjectId.Of(Customers, 8), Newsletter, Language.Dutch, Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_person_reads_what_they_agreed_to_and_how_to_take_it_back()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        var html = (await Consents.FindReceiptAsync(Ann, Newsletter, Language.English, Token))!.ToHtml();

        html.Should().ContainAll(
            "Consent receipt: Newsletter", "Ja, graag.", "We send you our newsletter every month.", "E-mail address.", "Example Mail Inc.",
            "Voorbeeldwinkel B.V.", "https://www.example.nl/privacy/centre", "Consented to ‘Newsletter’ on the website.", "26 November 2026");
    }

    [Fact]
    public async Task It_says_what_the_register_said_then_and_where_to_go_now()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var moved = Register.Edited(
            file => file.Replace("/activities/newsletter/purpose/description/en", "We tell you what is new."),
            file => file.Replace("/controller/rights/page", "https://elsewhere.example/rights"));

        var receipt = (await With(moved).FindReceiptAsync(Ann, Newsletter, Language.English, Token))!;

        receipt.ToHtml().Should().Contain("We send you our newsletter every month.").And.NotContain("what is new").And.Contain("https://elsewhere.example/rights");
    }

    [Fact]
    public async Task Machines_read_every_field_that_the_standard_requires()
    {
        await Consents.GiveAsync(Ann, Diet, Evidence() with { By = ConsentActor.ParentalResponsibility }, Token);
        await Consents.WithdrawAsync(Ann, Diet, ConsentSignal.ByPersonOnline, Token);

        var record = JsonElement.Parse((await Consents.FindReceiptAsync(Ann, Diet, Language.English, Token))!.ToJsonLd());

        record.EnumerateObject().Select(property => property.Name).Should().Contain(Required);
        record.GetProperty("@type").GetString().Should().Be("dpv:ConsentRecord");
        record.GetProperty("dpv:hasJurisdiction").GetString().Should().Be("loc:NL");
        record.GetProperty("dpv:hasNotice").GetProperty("@id").GetString().Should().EndWith(Notice.Digest.ToString());
        var states = record.GetProperty("dpv:hasConsentStatus").EnumerateArray().ToList();
        states.Select(state => string.Join(' ', state.GetProperty("@type").EnumerateArray())).Should().Equal("dpv:ConsentGiven dpv:ExplicitlyExpressedConsent", "dpv:ConsentWithdrawn");
        states.Select(state => state.GetProperty("dpv:isIndicatedBy").GetString()).Should().Equal("dpv:ParentOfDataSubject", "dpv:DataSubject");
        states[0].GetProperty("dpv:hasIndicationMethod").GetString().Should().Be("box ticked, website");
    }

    [Fact]
    public async Task Expiry_is_a_state_although_it_was_never_written()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        Clock.AdvanceDays(800);

        var receipt = (await Consents.FindReceiptAsync(Ann, Club, Language.Dutch, Token))!;

        receipt.ToJsonLd().Should().Contain("dpv:ConsentExpired").And.Contain("2028-11-26T09:30:00Z").And.Contain("2026-11-26/2028-11-26");
        receipt.ToHtml().Should().Contain("Verlopen.");
    }

    [Fact]
    public async Task Of_a_list_it_says_that_the_words_are_not_known()
    {
        await Consents.ImportAsync([new ImportedConsent { Subject = Ann, Topic = Newsletter, GivenAt = Start - Duration.FromDays(9) }], ConsentSource.Of("list", Start, AgreedRegister.Today), null, Token);

        var receipt = (await Consents.FindReceiptAsync(Ann, Newsletter, Language.English, Token))!;

        receipt.ToHtml().Should().Contain("The exact words are not known");
        AssertComplete(receipt);
    }

    [Fact]
    public async Task The_person_is_named_by_a_ref_only()
    {
        var ann = SubjectId.Of(Customers, "ann@example.org");
        await Consents.GiveAsync(ann, Newsletter, Evidence() with { Details = EntryDetails.Of(("address", "ann@example.org")) }, Token);

        var receipt = (await Consents.FindReceiptAsync(ann, Newsletter, Language.Dutch, Token))!;

        (receipt.ToHtml() + receipt.ToJsonLd()).Should().NotContain("ann@");
    }

    [Fact]
    public async Task Whatever_the_register_says_no_field_that_is_required_is_empty() => await RegisterGen.Registers.SampleAsync(async register =>
    {
        using var database = new InMemoryDatabase();
        var clock = new FakeClock(Start);
        var store = new InMemoryLedgerStore(database);
        var consents = new Consents(register, new LedgerStreams(store, clock), store, new InMemorySubjectDirectory(database), clock, new OfferedToday(Notice));
        foreach (var topic in register.Activities.Where(activity => activity.AsksConsent).SelectMany(activity => ConsentTopic.AllOf(activity)))
        {
            await consents.GiveAsync(Ann, topic, Evidence() with { Age = 30 });

            var receipt = await consents.FindReceiptAsync(Ann, topic, register.Languages[0]);

            AssertComplete(receipt!);
            receipt!.ToHtml().Should().NotBeEmpty();
        }
    }, iter: 60);

    private static void AssertComplete(ConsentReceipt receipt)
    {
        var record = JsonElement.Parse(receipt.ToJsonLd());
        record.EnumerateObject().Select(property => property.Name).Should().Contain(Required);
        foreach (var process in record.GetProperty("dpv:hasProcess").EnumerateArray())
        {
            process.EnumerateObject().Select(property => property.Name).Should().Contain(["dpv:hasRecipient", "dpv:hasPurpose", "dpv:hasPersonalData", "dpv:hasStorageCondition"]);
        }

        foreach (var type in Types(record))
        {
            (type is "dpv:ConsentRecord" || DpvTerm.TryParse(type, out _)).Should().BeTrue("{0} is a term of the vocabulary", type);
        }

        Empties(record).Should().BeEmpty();
    }

    private static IEnumerable<string> Types(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name is "@type" ? Texts(property.Value) : property.Name is "@context" ? [] : Types(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Types),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray().Select(item => item.GetString()!) : [element.GetString()!];

    private static IEnumerable<string> Empties(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Empties(property.Value, $"{path}/{property.Name}")),
        JsonValueKind.Array => element.GetArrayLength() == 0 ? [path] : element.EnumerateArray().SelectMany(item => Empties(item, path)),
        JsonValueKind.String => string.IsNullOrWhiteSpace(element.GetString()) ? [path] : [],
        _ => [path],
    };
}
