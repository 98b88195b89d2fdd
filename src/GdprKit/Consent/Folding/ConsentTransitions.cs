namespace GdprKit.Consent;

/// <summary>
/// Which step can follow on which state; the one place where that is decided. Whoever says no is always heard, and nobody but the person
/// undoes it:
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><description>Withdrawing is recorded in every state, also where nothing was ever given; saying no twice is saying it once.</description></item>
/// <item><description>Who refused or withdrew is not asked again: that presses. Their own new consent is accepted.</description></item>
/// <item><description>Giving what stands already is agreeing again; what stands is taken back by withdrawing, not by refusing.</description></item>
/// <item><description>Agreeing again follows on what stands or expired; after everything else consent is given anew.</description></item>
/// <item><description>Whoever ends what does not stand changes nothing, so that it can be done twice and resumed.</description></item>
/// <item><description>An import never goes over an answer of the person, nor over what stands or was ended.</description></item>
/// </list>
/// </remarks>
internal static class ConsentTransitions
{
    // + recorded, = nothing to record, ~ recorded as agreeing again, - refused; the states in the order of the enumeration.
    private static readonly string[] Table =
    [
        //              Unk Req Def Ref Giv Ren Wit Rev Inv Exp
        /* Request    */ "+ = + - - - - + + +",
        /* Defer      */ "+ + = - - - - + + +",
        /* Refuse     */ "+ + + = - - = + + +",
        /* Give       */ "+ + + + ~ ~ + + + +",
        /* Renew      */ "- - - - + + - - - +",
        /* Confirm    */ "- - - - + + - - - -",
        /* Withdraw   */ "+ + + = + + = + + +",
        /* Revoke     */ "= + + = + + = = = =",
        /* Invalidate */ "= = = = + + = = = =",
        /* Import     */ "+ + + - - - - - - -",
    ];

    /// <summary>What comes of a step in a state.</summary>
    /// <param name="step">The step.</param>
    /// <param name="status">The state at that moment, expired where it is.</param>
    public static StepOutcome Of(ConsentStep step, ConsentStatus status) => Table[(int)step][2 * (int)status] switch
    {
        '+' => StepOutcome.Recorded,
        '=' => StepOutcome.Nothing,
        '~' => StepOutcome.RecordedAsRenewal,
        _ => StepOutcome.Refused,
    };
}
