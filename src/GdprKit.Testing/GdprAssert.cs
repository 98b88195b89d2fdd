using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GdprKit.Testing;

/// <summary>
/// What the tests of an application assert about the personal data it holds. Independent of the test framework: what does not hold is a
/// <see cref="GdprAssertionException"/> that tells everything at once.
/// </summary>
/// <remarks>Asks the stores and changes nothing. Safe for use by several threads.</remarks>
/// <example><code>GdprAssert.EverythingIsDeclared(factory.Services);</code></example>
public static partial class GdprAssert
{
    /// <summary>
    /// Every column that looks like personal data is classified or said not to be personal, and everything that the register declares is
    /// stored somewhere (Art. 25(2), 30). The test to begin with: whoever adds a column reads here what to add to which map.
    /// </summary>
    /// <param name="services">The services of the application, with its stores; no database is asked.</param>
    /// <exception cref="GdprAssertionException">Something is not declared; the message holds the code to add.</exception>
    /// <exception cref="InvalidOperationException">GDPR1095: no store is registered, so nothing was looked at.</exception>
    /// <exception cref="InvalidPersonalDataMapException">The maps have faults; the exception carries all of them.</exception>
    /// <exception cref="InvalidRegisterException">The register has faults; the exception carries all of them.</exception>
    public static void EverythingIsDeclared(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        EverythingIsDeclared(services.GetRequiredService<PersonalDataMap>());
    }

    /// <summary>The same of a map that a test has made itself.</summary>
    /// <param name="map">The map, resolved against every store of the application.</param>
    /// <exception cref="GdprAssertionException">Something is not declared; the message holds the code to add.</exception>
    /// <exception cref="InvalidOperationException">GDPR1095: the map was resolved against no store, so nothing was looked at.</exception>
    public static void EverythingIsDeclared(PersonalDataMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ThrowIfWithoutStore(map);
        var findings = CoverageReport.Of(map).Findings;
        if (!findings.IsEmpty)
        {
            throw Failure.Of(
                findings.Count == 1 ? "1 thing is not declared." : $"{findings.Count} things are not declared.",
                findings.Select(finding => finding.ToString()),
                CodeToAdd(findings));
        }
    }

    /// <summary>
    /// What becomes of the data works as it was meant: every event from which a period runs has a date, no row waits for ever for another.
    /// </summary>
    /// <param name="services">The services of the application, with its stores; no database is asked.</param>
    /// <exception cref="GdprAssertionException">The plan has warnings.</exception>
    /// <exception cref="InvalidOperationException">GDPR1095: no store is registered, so nothing was looked at.</exception>
    /// <exception cref="InvalidPersonalDataMapException">The maps have faults, or rows wait for each other in a circle.</exception>
    public static void PlanHasNoWarnings(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        ThrowIfWithoutStore(services.GetRequiredService<PersonalDataMap>());
        PlanHasNoWarnings(services.GetRequiredService<DataRetention>().Plan);
    }

    /// <summary>The same of a plan that a test has made itself.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="GdprAssertionException">The plan has warnings.</exception>
    public static void PlanHasNoWarnings(DisposalPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.Warnings.IsEmpty)
        {
            throw Failure.Of(
                plan.Warnings.Count == 1 ? "The plan of disposal has 1 warning." : $"The plan of disposal has {plan.Warnings.Count} warnings.",
                plan.Warnings.Select(warning => warning.ToString()));
        }
    }

    /// <summary>
    /// Nothing that is checked when a host starts would stop it: the register, the notice, the maps, the functions that a store must
    /// compute, what is undeclared, and whatever else the application validates at start. No host is started and no database is asked.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <exception cref="GdprAssertionException">The host would not start; every fault is told.</exception>
    /// <exception cref="InvalidOperationException">GDPR1099: GdprKit is not among the services.</exception>
    public static void NothingStopsTheStart(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<IStartupValidator>() is not { } validator || services.GetService<IServiceProviderIsService>()?.IsService(typeof(DataRetention)) == false)
        {
            throw new InvalidOperationException($"{TestingMessages.NotAdded}: GdprKit is not among these services, so nothing was checked. Call services.AddGdprKit(…), as the application does.");
        }

        try
        {
            validator.Validate();
        }
        catch (OptionsValidationException exception)
        {
            throw Stopping([exception]);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            throw Stopping(exception.InnerExceptions.Cast<OptionsValidationException>());
        }
    }

    private static GdprAssertionException Stopping(IEnumerable<OptionsValidationException> exceptions) =>
        Failure.Of("The host would not start.", exceptions.SelectMany(exception => exception.Failures));

    private static void ThrowIfWithoutStore(PersonalDataMap map)
    {
        if (map.Stores.IsEmpty)
        {
            throw new InvalidOperationException($"{TestingMessages.NothingToLookAt}: no store is registered, so nothing was looked at. Call gdpr.UseEntityFrameworkCore<TContext>() or add another store, as the application does.");
        }
    }

    /// <summary>The code of all findings, map by map, ready to paste.</summary>
    private static IEnumerable<string> CodeToAdd(ValueList<CoverageFinding> findings) =>
        from finding in findings
        where finding.Code is not null
        group finding.Code by finding.Place.Split('.')[0] into map
        from line in map.Distinct().Prepend($"To add to the map of {map.Key}, where it is personal:")
        select line.StartsWith('.') ? $"    {line}" : line;
}
