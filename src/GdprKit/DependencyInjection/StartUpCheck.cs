using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>
/// Judges what was declared when the host starts: a wrong register or an incomplete notice stops the application then, and not
/// the first visitor who asks for it.
/// </summary>
internal sealed class StartUpCheck(IServiceProvider services) : IValidateOptions<NoticeOptions>
{
    public ValidateOptionsResult Validate(string? name, NoticeOptions options)
    {
        try
        {
            PrivacyNotices.WriteAll(services.GetRequiredService<ProcessingRegister>(), options);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidRegisterException exception)
        {
            return ValidateOptionsResult.Fail(exception.Faults.Where(fault => fault.Severity is not FaultSeverity.Warning).Select(fault => fault.ToString()));
        }
        catch (InvalidNoticeException exception)
        {
            return ValidateOptionsResult.Fail(exception.Faults.Select(fault => fault.ToString()));
        }
    }
}
