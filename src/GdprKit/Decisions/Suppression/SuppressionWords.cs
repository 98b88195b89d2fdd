using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>The causes in plain words.</summary>
internal static class SuppressionWords
{
    public static string Of(SuppressionCause cause, EntryWords words) => cause switch
    {
        SuppressionCause.Objection => words.Choose("er is bezwaar gemaakt", "there was an objection"),
        SuppressionCause.Withdrawal => words.Choose("de toestemming is ingetrokken", "consent was withdrawn"),
        SuppressionCause.Erasure => words.Choose("de persoon is gewist", "the person was erased"),
        SuppressionCause.Import => words.Choose("het stond op een lijst van afmeldingen", "it was on a list of opt-outs"),
        _ => words.Choose("de reden is hier niet bekend", "the reason is not known here"),
    };
}
