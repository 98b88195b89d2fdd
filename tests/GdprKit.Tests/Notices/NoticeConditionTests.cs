using GdprKit.Documents;
using static GdprKit.NoticeItem;

namespace GdprKit;

/// <summary>Each conditional item comes with the one declaration that asks for it, and with no other.</summary>
public sealed class NoticeConditionTests
{
    private static readonly Key<Recipient> Carrier = Key<Recipient>.Parse("carrier");

    public static TheoryData<string, NoticeItem[]> Conditions =>
        new(Declarations.Select(declaration => new TheoryDataRow<string, NoticeItem[]>(declaration.Key, declaration.Value.Items)));

    private static Dictionary<string, (ProcessingRegister Register, NoticeItem[] Items)> Declarations { get; } = new()
    {
        ["nothing more"] = (NoticeRegisters.Smallest(), []),
        ["a representative"] = (With(controller => controller with { Representative = Party }), [Representative]),
        ["a data protection officer"] = (With(controller => controller with { DataProtectionOfficer = Party }), [NoticeItem.DataProtectionOfficer]),
        ["a joint controller"] = (With(controller => controller with
        {
            JointControllers = [new JointController("Example Ltd", new ContactDetails { Email = "info@example.com" }, LocalizedText.Of("Afspraak.", "Arrangement."))],
        }), [NoticeItem.JointControllers]),
        ["a legitimate interest"] = (NoticeRegisters.Smallest(basis: activity => activity.OnLegitimateInterest("te leveren", "to deliver", "LIA-1")), [LegitimateInterests, RightToObject]),
        ["a public task"] = (NoticeRegisters.Smallest(basis: activity => activity.OnPublicTask("art. 1 Voorbeeldwet")), [RightToObject]),
        ["consent"] = (NoticeRegisters.Smallest(basis: activity => activity.OnConsent()), [WithdrawalOfConsent, ConsentRequests]),
        ["marketing on a contract"] = (On(activity => activity.Marketing(MarketingChannel.Post)), [LegitimateInterests, RightToObject]),
        ["a source"] = (On(activity => activity.ObtainedFrom("een ander", "somebody else")), [NoticeItem.Categories, Sources]),
        ["a recipient"] = (NoticeRegisters.Smallest(DeclareCarrier(null), activity => activity.SharedWith(Carrier)), [NoticeItem.Recipients]),
        ["a recipient of nothing"] = (NoticeRegisters.Smallest(DeclareCarrier(null)), []),
        ["a transfer"] = (
            NoticeRegisters.Smallest(DeclareCarrier(new TransferSafeguard.AdequacyDecision(new Citation("besluit (EU) 2021/1772"))), activity => activity.SharedWith(Carrier)),
            [NoticeItem.Recipients, NoticeItem.Transfers, TransferSafeguards]),
        ["an automated decision"] = (
            On(activity => activity.DecidesAutomatically(LocalizedText.Of("Zo.", "So."), LocalizedText.Of("Dit.", "This."), LocalizedText.Of("Bel ons.", "Call us."))),
            [AutomatedDecisions]),
    };

    private static ContactParty Party => new("Example B.V.", new ContactDetails { Email = "info@example.org" });

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_declaration_brings_its_items_and_no_others(string declaration, NoticeItem[] items)
    {
        NoticeItem[] always = [NoticeItem.Controller, Purposes, LawfulBases, RetentionPeriods, NoticeItem.Rights, NoticeItem.Complaint, Provision, NewPurposes];

        ItemsIn(PrivacyNotice.From(Declarations[declaration].Register, Language.Dutch)).Should().BeEquivalentTo([.. always, .. items]);
    }

    [Fact]
    public void Direct_marketing_can_be_objected_to_under_every_basis()
    {
        var marketing = On(activity => activity.Marketing(MarketingChannel.Post)).Activities[ShopKeys.Orders];

        Notices.NoticeRequirement.CanBeObjectedTo(marketing).Should().BeTrue();
        Notices.NoticeRequirement.CanBeObjectedTo(marketing with { Marketing = [] }).Should().BeFalse();
    }

    private static IEnumerable<NoticeItem> ItemsIn(PrivacyNotice notice) => notice.Document.AllSections()
        .SelectMany(section => section.Requirements.Concat(section.Blocks.SelectMany(Marks)))
        .Distinct()
        .Select(mark => Enum.Parse<NoticeItem>(mark.ToString()[1..]));

    private static IEnumerable<RequirementId> Marks(DocumentBlock block) => block.Requirements.Concat(
        block is DocumentBlock.DefinitionList list ? list.Definitions.SelectMany(definition => definition.Requirements) : []);

    private static ProcessingRegister With(Func<DataController, DataController> change) =>
        NoticeRegisters.Changed(NoticeRegisters.Smallest(), declared => declared with { Controller = change(declared.Controller!) });

    private static ProcessingRegister On(Action<ProcessingActivityBuilder> declare) => NoticeRegisters.Smallest(activity: declare);

    private static Action<RegisterBuilder> DeclareCarrier(TransferSafeguard? safeguard) => register => register.Recipient(Carrier, recipient =>
    {
        recipient.Name("Example Carrier").Controller().Task("bezorgt pakketten", "delivers parcels").Country(safeguard is null ? "NL" : "GB");
        if (safeguard is not null)
        {
            recipient.TransfersTo("GB", safeguard);
        }
    });
}
