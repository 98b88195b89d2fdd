namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault BasisMissing(string path) => new(
        path, RegisterFaultMessages.BasisMissing,
        "The activity has no lawful basis (Art. 6(1)).",
        "Call OnConsent(), OnContract(), OnLegalObligation(…), OnVitalInterest(), OnPublicTask(…) or OnLegitimateInterest(…), or write 'basis' in the register file.");

    public static RegisterFault BasisLawMissing(string path, string basis, string call) => new(
        path, RegisterFaultMessages.BasisLawMissing,
        $"The activity rests on a {basis}, but names no law (Art. 6(3)).",
        Write(call, path));

    public static RegisterFault BalancingTestMissing(string path) => Warning(
        path, RegisterFaultMessages.BalancingTestMissing,
        "Nothing says where the balancing test of this legitimate interest is kept (Art. 6(1)(f)).",
        Write("OnLegitimateInterest(nl, en, balancingTest)", path));

    public static RegisterFault ConsentNotFree(string path) => new(
        path, RegisterFaultMessages.ConsentNotFree,
        "The activity rests on consent, but people must give the data; such consent is not free (Art. 7(4)).",
        "Make the provision voluntary, or choose the basis that obliges people.");

    public static RegisterFault NothingListed(string path, string what, string call) => new(
        path, RegisterFaultMessages.NothingListed,
        $"The activity names no {what} (Art. 30(1)(c)).",
        Write(call, path));

    public static RegisterFault NotSpecified(string path, string what, IEnumerable<string> values) => new(
        path, RegisterFaultMessages.NotSpecified,
        $"The {what} is not specified.",
        $"Use one of {string.Join(", ", values)}.");

    public static RegisterFault TermOfAnotherKind(string path, string term, string? kind, string wanted) => new(
        path, RegisterFaultMessages.TermOfAnotherKind,
        kind is null ? $"The term '{term}' is not {wanted}." : $"The term '{term}' is {kind}, not {wanted}.",
        $"Use a term that is {wanted}, or leave it out.");

    public static RegisterFault DecisionNotAllowed(string path) => Warning(
        path, RegisterFaultMessages.DecisionNotAllowed,
        "A machine alone may decide only for a contract, by law or with explicit consent; the basis of the activity is none of these (Art. 22(2)).",
        "Let a person decide, choose another basis, or make sure that a law authorises it.");

    public static RegisterFault DecisionOnSpecialCategories(string path) => Warning(
        path, RegisterFaultMessages.DecisionOnSpecialCategories,
        "A machine alone may decide on special categories only with explicit consent or for a substantial public interest (Art. 22(4)).",
        "Let a person decide, keep special categories out of the decision, or declare that ground.");

    public static RegisterFault ImpactAssessmentMissing(string path, string why) => Warning(
        path, RegisterFaultMessages.ImpactAssessmentMissing,
        $"The activity {why}, and nothing says where its impact assessment is kept (Art. 35(3)).",
        "Call ImpactAssessment(reference), or write 'impactAssessment' in the register file; if none is needed, refer to the note that says why.");
}
