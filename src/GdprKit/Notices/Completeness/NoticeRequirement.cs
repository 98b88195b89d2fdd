using static GdprKit.NoticeItem;

namespace GdprKit.Notices;

/// <summary>When the law asks for an item, where it says so, and where the register declares it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Articles">Where the law asks for it.</param>
/// <param name="Subject">What must be told, as it stands after "lacks".</param>
/// <param name="DeclaredAt">Where the register declares it.</param>
/// <param name="Applies">Whether the law asks for it in this notice.</param>
internal sealed record NoticeRequirement(NoticeItem Item, string Articles, string Subject, string DeclaredAt, Func<NoticeContext, bool> Applies)
{
    public static IReadOnlyList<NoticeRequirement> All { get; } =
    [
        new(Controller, "Art. 13(1)(a), 14(1)(a)", "who the controller is and how to reach it", "/controller/name, /controller/contact", _ => true),
        new(Representative, "Art. 13(1)(a), 14(1)(a)", "the representative in the Union", "/controller/representative", context => context.Register.Controller.Representative is not null),
        new(DataProtectionOfficer, "Art. 13(1)(b), 14(1)(b)", "the data protection officer", "/controller/dataProtectionOfficer", context => context.Register.Controller.DataProtectionOfficer is not null),
        new(Purposes, "Art. 13(1)(c), 14(1)(c)", "the purposes", "/activities/…/purpose", _ => true),
        new(LawfulBases, "Art. 13(1)(c), 14(1)(c)", "the lawful bases", "/activities/…/basis", _ => true),
        new(LegitimateInterests, "Art. 13(1)(d), 14(2)(b)", "the legitimate interests", "/activities/…/basis/interest", Any(activity => activity.Basis is LawfulBasis.LegitimateInterest)),
        new(Categories, "Art. 14(1)(d)", "the categories of data", "/activities/…/categories", Any(ComesFromElsewhere)),
        new(Recipients, "Art. 13(1)(e), 14(1)(e)", "the recipients", "/activities/…/recipients", context => !context.Recipients.IsEmpty),
        new(Transfers, "Art. 13(1)(f), 14(1)(f)", "the transfers outside the European Economic Area", "/recipients/…/transfers", IsTransferred),
        new(TransferSafeguards, "Art. 13(1)(f), 14(1)(f)", "what protects transferred data and how to get a copy", "/recipients/…/transfers/…/safeguard", IsTransferred),
        new(RetentionPeriods, "Art. 13(2)(a), 14(2)(a)", "how long data are kept", "/activities/…/retention", _ => true),
        new(Rights, "Art. 13(2)(b), 14(2)(c)", "the rights of the people", "/controller/rights", _ => true),
        new(WithdrawalOfConsent, "Art. 13(2)(c), 14(2)(d)", "the right to withdraw consent", "/activities/…/basis, /activities/…/specialCategories", Any(RestsOnConsent)),
        new(Complaint, "Art. 13(2)(d), 14(2)(e)", "the right to complain to a supervisory authority", "/controller/supervisoryAuthority", _ => true),
        new(Provision, "Art. 13(2)(e)", "whether data must be given", "/activities/…/provision", Any(activity => !activity.IsOwnRecord)),
        new(AutomatedDecisions, "Art. 13(2)(f), 14(2)(g)", "the automated decisions", "/activities/…/automatedDecision", Any(activity => activity.AutomatedDecision is not null)),
        new(Sources, "Art. 14(2)(f)", "where data come from", "/activities/…/sources", Any(ComesFromElsewhere)),
        new(NewPurposes, "Art. 13(3), 14(4)", "that people are told of a new purpose beforehand", "/activities", _ => true),
        new(RightToObject, "Art. 21(4)", "the right to object, set apart", "/activities/…/basis, /activities/…/marketing", Any(CanBeObjectedTo)),
        new(JointControllers, "Art. 26(2)", "the essence of the arrangement with joint controllers", "/controller/jointControllers", context => !context.Register.Controller.JointControllers.IsEmpty),
        new(ConsentRequests, "Art. 7(2)", "that consent is asked apart from other matters", "/activities/…/basis, /activities/…/specialCategories", Any(RestsOnConsent)),
    ];

    public static bool RestsOnConsent(ProcessingActivity activity) =>
        activity.Basis is LawfulBasis.Consent || activity.SpecialCategoryCondition?.Ground is SpecialCategoryGround.ExplicitConsent;

    public static bool CanBeObjectedTo(ProcessingActivity activity) =>
        activity.Basis is LawfulBasis.PublicTask or LawfulBasis.LegitimateInterest || !activity.Marketing.IsEmpty;

    public static bool ComesFromElsewhere(ProcessingActivity activity) => !activity.Sources.IsEmpty;

    private static bool IsTransferred(NoticeContext context) => context.Recipients.Any(recipient => !recipient.Transfers.IsEmpty);

    private static Func<NoticeContext, bool> Any(Func<ProcessingActivity, bool> condition) => context => context.Activities.Any(condition);
}
