using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Refuses options by which everything would go, or nothing ever.</summary>
internal sealed class RetentionRunOptionsCheck : IValidateOptions<RetentionRunOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionRunOptions options)
    {
        string[] faults =
        [
            .. Unless(options.ApprovalLasts > Duration.Zero && options.ApprovalLasts <= Duration.FromDays(31), "ApprovalLasts lies outside of more than no time to 31 days"),
            .. Unless(options.Tolerance is >= 0 and <= 1, "Tolerance lies outside of 0 to 1"),
            .. Unless(options.BatchSize is >= 1 and <= 1_000_000, "BatchSize lies outside of 1 to 1,000,000"),
            .. Unless(options.RowsPerSecond is null or >= 1, "RowsPerSecond is less than 1"),
            .. Unless(options.MostRows >= 1, "MostRows is less than 1"),
            .. Unless(options.MostShare is >= 0 and <= 1, "MostShare lies outside of 0 to 1"),
            .. Unless(options.WaitAfterChange >= Duration.Zero && options.WaitAfterChange <= Duration.FromDays(366), "WaitAfterChange lies outside of zero to 366 days"),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => $"{RunMessages.OptionsOutside}: {fault}. Set RetentionRunOptions within these limits."));
    }

    private static IEnumerable<string> Unless(bool isFine, string fault) => isFine ? [] : [fault];
}
