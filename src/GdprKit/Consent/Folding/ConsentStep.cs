namespace GdprKit.Consent;

/// <summary>What can be done about consent.</summary>
internal enum ConsentStep
{
    Request = 0,
    Defer,
    Refuse,
    Give,
    Renew,
    Confirm,
    Withdraw,
    Revoke,
    Invalidate,
    Import,
}
