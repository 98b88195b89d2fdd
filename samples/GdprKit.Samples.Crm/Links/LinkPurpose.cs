namespace GdprKit.Samples.Crm.Links;

/// <summary>What a link in a mail is for. One that was made for something opens nothing else.</summary>
public enum LinkPurpose
{
    /// <summary>Nobody said; refused.</summary>
    Unspecified = 0,

    /// <summary>To confirm, over the address that it was sent to, what was agreed to.</summary>
    ConfirmConsent,

    /// <summary>To see what one agreed to, and to change it.</summary>
    ManageConsent,
}
