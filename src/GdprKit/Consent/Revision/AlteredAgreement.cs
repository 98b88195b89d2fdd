namespace GdprKit.Consent;

/// <summary>
/// Which change of the register takes away what somebody agreed to, so that the consent no longer covers what is done. The one place where
/// that is decided.
/// </summary>
/// <remarks>
/// Consent is specific and informed: it covers what people had to know of when they agreed (Art. 4(11), 7; EDPB Guidelines 05/2020, 64-65):
/// <list type="table">
/// <listheader><term>what changed</term><description>why the consent does not cover it</description></listheader>
/// <item><term>the name of the controller; a new joint controller</term><description>somebody else decides</description></item>
/// <item><term>the lawful basis; a new or another condition for special categories</term><description>it was asked for something else</description></item>
/// <item><term>a new category; how far the law protects one</term><description>other data than agreed</description></item>
/// <item><term>a new source</term><description>data than the person did not give are used as well</description></item>
/// <item><term>a new recipient that decides itself, or one that is renamed or gets that role; a processor changes nothing</term><description>who relies on consent is named when it is given</description></item>
/// <item><term>a new or changed transfer outside the Union on a derogation, so without adequacy and safeguards</term><description>another risk than told</description></item>
/// <item><term>a new or changed decision by a machine</term><description>another effect than told</description></item>
/// <item><term>a new marketing channel, where one consent covers all</term><description>reached otherwise than agreed</description></item>
/// <item><term>asked for each channel apart, or no longer</term><description>another question</description></item>
/// <item><term>offered to children from now on</term><description>nobody looked at the age of who agreed before</description></item>
/// <item><term>what has no rule</term><description>uncertain means protected</description></item>
/// </list>
/// All else leaves it as it is: wording, periods, addresses, terms, what uses less. Who changes what a purpose or a category means declares a
/// new one under a new key, as with every change of a register (<see cref="RegisterDiff"/>).
/// </remarks>
internal static class AlteredAgreement
{
    /// <summary>What changed between what was agreed to and what the register says now, as far as it takes the consent away.</summary>
    /// <param name="agreed">The part of the register that was agreed to.</param>
    /// <param name="now">The same part today.</param>
    /// <param name="topic">The topic.</param>
    public static ValueList<RegisterChange> Between(ProcessingRegister agreed, ProcessingRegister now, ConsentTopic topic) =>
        RegisterDiff.Between(agreed, now).Changes.Where(change => Alters(change, now, topic)).ToValueList();

    private static bool Alters(RegisterChange change, ProcessingRegister now, ConsentTopic topic) => change.Element switch
    {
        RegisterElement.Unspecified or RegisterElement.ControllerName or RegisterElement.LawfulBasis or RegisterElement.Sensitivity
            or RegisterElement.ConsentPerChannel => true,
        RegisterElement.JointController or RegisterElement.ActivityCategory or RegisterElement.Source => change is RegisterChange.Added,
        RegisterElement.SpecialCategoryCondition or RegisterElement.AutomatedDecision => change is not RegisterChange.Removed,
        RegisterElement.Recipient => change is RegisterChange.Added && (Decides(change, now) || RecipientOf(change, now).Transfers.Any(IsUnguarded)),
        RegisterElement.RecipientName or RegisterElement.RecipientRole => Decides(change, now),
        RegisterElement.Transfer => change is not RegisterChange.Removed && RecipientOf(change, now).Transfers.Any(IsUnguarded),
        RegisterElement.AddressesMinors => now.Activities[topic.Activity].AddressesMinors,
        RegisterElement.MarketingChannel => change is RegisterChange.Added && topic.Channel is null,
        _ => false,
    };

    private static bool Decides(RegisterChange change, ProcessingRegister now) => RecipientOf(change, now).Role is not RecipientRole.Processor;

    private static bool IsUnguarded(Transfer transfer) => transfer.Safeguard is TransferSafeguard.Derogation or TransferSafeguard.CompellingInterest;

    // The path is that of a recipient: /recipients/key or below.
    private static Recipient RecipientOf(RegisterChange change, ProcessingRegister now) => now.Recipients[Key<Recipient>.Parse(change.Path.Split('/')[2])];
}
