using GdprKit.Ledger;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Refuses to start with lengths that make no sense, or without what the workers need.</summary>
internal sealed class WorkerOptionsCheck(IServiceProviderIsService? services = null) : IValidateOptions<WorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. Lengths(options), .. options.TellContacts ? Missing() : []];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Lengths(WorkerOptions options)
    {
        var second = Duration.FromSeconds(1);
        (string Name, Duration Value, Duration Least, int MostDays)[] lengths =
        [
            (nameof(options.LookEvery), options.LookEvery, second, 1),
            (nameof(options.LongestBackoff), options.LongestBackoff, second, 1),
            (nameof(options.CountEvery), options.CountEvery, second, 7),
            (nameof(options.LinkEvery), options.LinkEvery, Duration.FromMinutes(1), 31),
            (nameof(options.VerifyEvery), options.VerifyEvery, Duration.FromMinutes(1), 31),
            (nameof(options.PatientFor), options.PatientFor, Duration.Epsilon, 30),
        ];
        return lengths.Where(length => length.Value < length.Least || length.Value > Duration.FromDays(length.MostDays))
            .Select(length => $"{WorkerMessages.LengthImpossible}: {length.Name} is {length.Value}. Use a length from {length.Least} to {length.MostDays} days, or leave it out.");
    }

    private IEnumerable<string> Missing()
    {
        (Type Type, string Remedy)[] needed =
        [
            (typeof(ILedgerStore), "Call gdpr.UseEntityFrameworkCore<…>() and add the ledger to the model."),
            (typeof(IContactSource), "Call gdpr.UseEntityFrameworkCore<…>(), which knows the people."),
            (typeof(INoticeTransport), "Call gdpr.UseMailKit(…), which has one for SMTP and one for a folder."),
            (typeof(INoticeLinks), "Call gdpr.UseNoticeLinks(…) of GdprKit.AspNetCore."),
        ];
        return needed.Where(each => services?.IsService(each.Type) is false)
            .Select(each => $"{WorkerMessages.ServiceMissing}: workers are to tell people of the notice, and there is no {each.Type.Name}. {each.Remedy} Where this instance sends no mail, set {nameof(WorkerOptions.TellContacts)} to false.");
    }
}
