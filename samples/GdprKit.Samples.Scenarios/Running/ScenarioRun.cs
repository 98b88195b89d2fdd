using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Reporting;
using GdprKit.Samples.Scenarios.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>Lets a scenario happen, step by step, against the services of the sample.</summary>
internal sealed class ScenarioRun(ScenarioReport report)
{
    /// <summary>Runs all scenarios of a file, each in a shop of its own.</summary>
    /// <returns>How many failed.</returns>
    /// <exception cref="ScenarioException">A step is not understood; nothing was run.</exception>
    public async Task<int> RunAsync(FeatureFile file, CancellationToken cancellationToken)
    {
        // Here and not deeper: what is set in a method that is awaited ends with it.
        var culture = Spoken.CultureOf(file.Language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        var book = new StepBook(file.Language);
        var understood = file.Scenarios.Select(scenario => (scenario, Steps: scenario.Steps.Select(step => (step, Found: book.Find(step, file.Path))).ToList())).ToList();
        report.Begin(file);
        var failed = 0;
        foreach (var (scenario, steps) in understood)
        {
            report.Begin(scenario);
            await using var shop = await Shop.OpenAsync(cancellationToken);
            var (done, fault) = (0, default(Exception));
            while (fault is null && done < steps.Count)
            {
                var (step, (definition, arguments)) = steps[done++];
                fault = await TryAsync(shop, definition, arguments, cancellationToken);
                report.Done(step, fault);
            }

            steps.Skip(done).ToList().ForEach(left => report.NotReached(left.step));
            failed += fault is null ? 0 : 1;
        }

        return failed;
    }

    private static async Task<Exception?> TryAsync(Shop shop, StepDefinition step, object[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var request = await shop.BeginRequestAsync(cancellationToken);
            var steps = ActivatorUtilities.CreateInstance(request.ServiceProvider, step.Method.DeclaringType!, shop);
            object?[] all = step.Method.GetParameters().Length > arguments.Length ? [.. arguments, cancellationToken] : [.. arguments];
            if (step.Method.Invoke(steps, BindingFlags.DoNotWrapExceptions, null, all, CultureInfo.InvariantCulture) is Task work)
            {
                await work;
            }

            return null;
        }
        catch (OperationCanceledException fault) when (cancellationToken.IsCancellationRequested)
        {
            ExceptionDispatchInfo.Throw(fault);
            throw;
        }
#pragma warning disable CA1031 // Whatever goes wrong in a step is what the scenario found.
        catch (Exception fault)
        {
            return fault;
        }
#pragma warning restore CA1031
    }
}
