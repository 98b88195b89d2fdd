using System.Collections.Immutable;

namespace GdprKit.Samples.Crm.Navigation;

/// <summary>The menu of the employees: the ordinary places of the CRM, and what the law on personal data asks.</summary>
public static class Menu
{
    /// <summary>The notice that everyone can read; linked from every page.</summary>
    public const string PublicNotice = "/privacy";

    /// <summary>Where everyone can ask about their data; linked from every page, and named by the notice.</summary>
    public const string PublicRights = "/privacy-rights";

    public static ImmutableArray<MenuItem> Crm { get; } =
    [
        new("Menu.Dashboard", "/dashboard"),
        new("Menu.Customers", "/customers"),
        new("Menu.Invoices", "/invoices"),
        new("Menu.Employees", "/employees"),
    ];

    public static ImmutableArray<MenuItem> Privacy { get; } =
    [
        new("Menu.Register", "/gdpr/register"),
        new("Menu.Check", "/gdpr/check"),
        new("Menu.Notice", "/gdpr/notice"),
        new("Menu.Inform", "/gdpr/inform"),
        new("Menu.Form", "/gdpr/form"),
        new("Menu.Cleanup", "/gdpr/cleanup"),
        new("Menu.Requests", "/gdpr/requests"),
        new("Menu.Backups", "/gdpr/backups"),
        new("Menu.Log", "/gdpr/log"),
    ];
}
