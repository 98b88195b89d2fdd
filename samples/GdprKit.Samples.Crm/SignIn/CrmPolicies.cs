namespace GdprKit.Samples.Crm.SignIn;

/// <summary>The names of the authorization policies.</summary>
public static class CrmPolicies
{
    /// <summary>For whoever has "Manager" in the job title.</summary>
    public const string Manager = "Manager";

    /// <summary>For whoever may publish the privacy notice and tell customers of it.</summary>
    public const string TellCustomers = "TellCustomers";

    /// <summary>For whoever may place, prolong and lift legal holds.</summary>
    public const string PlaceHolds = "PlaceHolds";

    /// <summary>For whoever may approve that data go which are past their period, and stop it.</summary>
    public const string CleanUp = "CleanUp";

    /// <summary>For whoever may look after backups, and have done again what was lost when one was restored.</summary>
    public const string RestoreBackups = "RestoreBackups";

    /// <summary>For whoever may decide to go on with a restored backup as it is.</summary>
    public const string OverrideRestore = "OverrideRestore";
}
