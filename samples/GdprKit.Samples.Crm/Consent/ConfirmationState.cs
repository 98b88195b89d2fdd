namespace GdprKit.Samples.Crm.Consent;

/// <summary>What a link for confirming comes to.</summary>
public enum ConfirmationState
{
    /// <summary>It is none of ours, or damaged.</summary>
    NotOurs = 0,

    /// <summary>It is ours, and too old.</summary>
    Expired,

    /// <summary>There is nothing to confirm any more: taken back, ended, gone, or sent to another address than that of today.</summary>
    Over,

    /// <summary>It is to be confirmed.</summary>
    Open,

    /// <summary>It was confirmed.</summary>
    Done,
}
