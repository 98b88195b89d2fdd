using GdprKit.RetentionWorld;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>What a run leaves in a database is what is decided row by row, and what it says it did is what it did.</summary>
public sealed class RunTests(PostgreSqlServer server) : WorldProof(server, few: 30)
{
    private protected override async Task<List<string>> DifferencesAsync(RetentionCase one, WorldDatabase database, Action<DbContextOptionsBuilder> configure)
    {
        var register = one.Register.TryCreate()!;
        var zone = register.Controller.TimeZone;
        await using var provider = Host(one, register, configure, gdpr => gdpr.ConfigureRetentionRuns(options => options.BatchSize = 1 + (one.Today.Day % 4)));
        var retention = provider.GetRequiredService<DataRetention>();
        var maps = new DefinedMaps(one.Maps, zone);
        var holds = DefinedHolds.Of(one, maps);
        var answers = DefinedAnswers.Of(one, register, maps);
        await database.AnswerAsync(answers, zone);
        var placed = await PlaceAsync(provider, holds, one.Today);
        try
        {
            await using var scope = provider.CreateAsyncScope();
            var runs = scope.ServiceProvider.GetRequiredService<RetentionRuns>();
            var run = await RunAsync(runs, provider.GetRequiredService<RetentionRunner>(), retention);
            if (run is { Status: RunStatus.Stopped, Reason: RunStop.BeyondTolerance })
            {
                // Other rows went, and more became due by that than was approved; what is due is told by the next preview.
                return [];
            }

            var definition = new RunDefinition(register, maps, retention.Plan, holds, answers, one.Today, WorldDatabase.TypeOf) { Approved = run?.Steps.Where(step => step.Fault is null).Select(step => NameOf(runs, step)).ToHashSet() ?? [] };
            var left = definition.Run(one.World);
            return
            [
                .. Differences(WorldCopy.Told(left), WorldCopy.Told(await database.ReadAsync())),
                .. Differences(definition.Counts.Select(count => $"{count.Key} {count.Value}"), run?.Steps.Where(step => step.Done > 0).Select(step => $"{NameOf(runs, step)} {step.Done}") ?? []),
                .. run is null or { Status: RunStatus.Completed } ? [] : new[] { $"the run is {run.Status}: {run.Reason} {string.Join(' ', run.Steps.Select(step => step.Fault))}" },
            ];
        }
        finally
        {
            await LiftAsync(provider, placed);
        }
    }

    private static async Task<RetentionRun?> RunAsync(RetentionRuns runs, RetentionRunner runner, DataRetention retention)
    {
        try
        {
            await runs.ApproveAsync((await retention.PreviewAsync(Token)).Digest, Owner, Token);
        }
        catch (InvalidOperationException nothing) when (nothing.Message.StartsWith("GDPR1701", StringComparison.Ordinal))
        {
            return null;
        }

        return (await runner.RunAsync(Token)).Run!.Run;
    }

    private static string NameOf(RetentionRuns runs, RunStep step) => $"{WorldDatabase.TypeOf(runs.Name(step)!.Entity).Name}: {string.Join(", ", runs.Name(step)!.Fields)}";
}
