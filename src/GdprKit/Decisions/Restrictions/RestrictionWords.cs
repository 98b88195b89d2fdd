using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>The grounds of Art. 18(1) in plain words.</summary>
internal static class RestrictionWords
{
    public static string Of(RestrictionGround ground, EntryWords words) => ground switch
    {
        RestrictionGround.AccuracyContested => words.Choose("er is twijfel of zij kloppen", "it is contested that they are right"),
        RestrictionGround.UnlawfulAndNotErased => words.Choose("het gebruik mocht niet, en zij hoeven niet te worden gewist", "the use was unlawful, and they need not be erased"),
        RestrictionGround.NeededForClaims => words.Choose("de persoon heeft ze nodig voor een rechtsvordering", "the person needs them for a legal claim"),
        RestrictionGround.ObjectionPending => words.Choose("er is bezwaar gemaakt, en dat wordt afgewogen", "there is an objection, which is being weighed"),
        _ => words.Choose("een grond die hier niet bekend is", "a ground that is not known here"),
    };
}
