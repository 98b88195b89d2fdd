using Microsoft.AspNetCore.Authorization;

namespace GdprKit;

/// <summary>
/// That an activity is permitted for the person whom a request is about, as <see cref="ProcessingDecisions"/> decides. For policies of the
/// host: <c>policy.AddRequirements(new PermissionRequirement(Crm.Tips))</c>.
/// </summary>
/// <remarks>
/// Whom a request is about says <c>gdpr.UseSubject(…)</c>. A request about nobody does not meet it. Immutable. Safe for use by several
/// threads.
/// </remarks>
/// <param name="activity">The activity.</param>
/// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
public sealed class PermissionRequirement(Key<ProcessingActivity> activity, ProcessingUse? use = null) : IAuthorizationRequirement
{
    /// <summary>The activity.</summary>
    public Key<ProcessingActivity> Activity { get; } = activity;

    /// <summary>What is to be done.</summary>
    public ProcessingUse Use { get; } = use ?? ProcessingUse.Ordinary;

    /// <summary>The activity.</summary>
    public override string ToString() => $"permission for {Activity}";
}
