using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>
/// Judges what was declared when the host starts: a wrong register, an incomplete notice or a map that does not fit the model
/// stops the application then, and not the first visitor who asks for it.
/// </summary>
internal sealed partial class StartUpCheck(IServiceProvider services, ILogger<DataRetention>? logger = null) : IValidateOptions<NoticeOptions>
{
    public ValidateOptionsResult Validate(string? name, NoticeOptions options)
    {
        try
        {
            var register = services.GetRequiredService<ProcessingRegister>();
            string[] faults = [.. FaultsOfNotices(register, options), .. FaultsOfMap()];
            return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
        catch (InvalidRegisterException exception)
        {
            return ValidateOptionsResult.Fail(exception.Faults.Where(fault => fault.Severity is not FaultSeverity.Warning).Select(fault => fault.ToString()));
        }
    }

    private static IEnumerable<string> FaultsOfNotices(ProcessingRegister register, NoticeOptions options)
    {
        try
        {
            PrivacyNotices.WriteAll(register, options);
            return [];
        }
        catch (InvalidNoticeException exception)
        {
            return exception.Faults.Select(fault => fault.ToString());
        }
    }

    private IEnumerable<string> FaultsOfMap()
    {
        try
        {
            if (services.GetRequiredService<PersonalDataMap>().Stores.IsEmpty)
            {
                return [];
            }

            var retention = services.GetRequiredService<DataRetention>();
            Warn(retention.Plan.Warnings);
            return [.. retention.FindUnanswerable().Select(fault => fault.ToString())];
        }
        catch (InvalidPersonalDataMapException exception)
        {
            return exception.Faults.Select(fault => fault.ToString());
        }
    }

    private void Warn(ValueList<MapFault> warnings)
    {
        foreach (var warning in warnings)
        {
            if (logger is not null)
            {
                CannotWorkAsMeant(logger, RetentionMessages.PlanWarning, warning.ToString());
            }
        }
    }

    [LoggerMessage(6002, LogLevel.Warning, "{Id}: {Warning}")]
    private static partial void CannotWorkAsMeant(ILogger logger, string id, string warning);
}
