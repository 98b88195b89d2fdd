using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>Refuses to start, or warns, when personal data is stored and not declared. Silent while the map itself has faults, which are told anyway.</summary>
internal sealed partial class CoverageStartUpCheck(IServiceProvider services, ILogger<CoverageReport>? logger = null) : IValidateOptions<CoverageOptions>
{
    public ValidateOptionsResult Validate(string? name, CoverageOptions options)
    {
        var findings = Find();
        if (options.Enforcement is not CoverageEnforcement.Warn)
        {
            return findings.IsEmpty ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(findings.Select(finding => finding.ToString()));
        }

        foreach (var finding in findings)
        {
            if (logger is not null)
            {
                Undeclared(logger, MappingMessages.CoverageWarning, finding.ToString());
            }
        }

        return ValidateOptionsResult.Success;
    }

    private ValueList<CoverageFinding> Find()
    {
        try
        {
            var map = services.GetRequiredService<PersonalDataMap>();
            return map.Stores.IsEmpty ? [] : CoverageReport.Of(map).Findings;
        }
        catch (Exception exception) when (exception is InvalidRegisterException or InvalidPersonalDataMapException)
        {
            return [];
        }
    }

    [LoggerMessage(6001, LogLevel.Warning, "{Id}: {Finding}")]
    private static partial void Undeclared(ILogger logger, string id, string finding);
}
