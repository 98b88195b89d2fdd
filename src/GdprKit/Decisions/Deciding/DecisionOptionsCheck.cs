using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Refuses options that promise what cannot be kept.</summary>
internal sealed class DecisionOptionsCheck : IValidateOptions<DecisionOptions>
{
    public ValidateOptionsResult Validate(string? name, DecisionOptions options) =>
        options.SeenElsewhereWithin < Duration.Zero || options.SeenElsewhereWithin > Duration.FromHours(1) || options.PeopleRemembered < 1
            ? ValidateOptionsResult.Fail($"{DecisionMessages.OptionsOutside}: decisions are to be remembered for less than no time, for more than an hour, or of nobody. Set SeenElsewhereWithin from zero to one hour, and PeopleRemembered to 1 or more.")
            : ValidateOptionsResult.Success;
}
