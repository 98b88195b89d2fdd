using GdprKit.Samples.Commands;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Steps;

namespace GdprKit.Samples.Scenarios;

public sealed class ScenarioTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-features-");

    [Fact]
    public async Task Everything_happens_as_the_scenarios_describe_it()
    {
        var run = await RunAsync("--all");

        run.Error.Should().BeEmpty();
        run.Output.Should().NotContain("FAILED").And.EndWith(", failed: 0\n");
        run.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Without_a_name_all_are_listed_and_none_is_run()
    {
        var run = await RunAsync();

        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll(FeatureFolder.ReadAll().Select(file => file.Name)).And.NotContain("    ok ");
    }

    [Fact]
    public void Every_scenario_is_told_in_both_languages()
    {
        var files = FeatureFolder.ReadAll().ToLookup(file => file.Language, WhatHappensIn);

        files[Language.Dutch].Should().BeEquivalentTo(files[Language.English]).And.NotBeEmpty();
    }

    [Fact]
    public async Task An_expectation_that_is_not_met_fails_and_says_what_is_so()
    {
        var run = await RunAsync(Write(
            """
            Feature: A shop
              Scenario: Too short
                Given Anna signs up as a customer
                Then the "Email address" of Anna may go
                And Anna buys music
            """));

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("ok     Given Anna signs up as a customer")
            .And.Contain("FAILED Then the \"Email address\" of Anna may go (line 4)")
            .And.Contain("it may go from")
            .And.Contain("-      And Anna buys music")
            .And.Contain("Scenarios as described: 0, failed: 1");
    }

    [Fact]
    public async Task After_one_that_failed_the_others_still_run()
    {
        var run = await RunAsync(Write(
            """
            Feature: A shop
              Scenario: Nobody
                Then the history of Anna has 1 line
              Scenario: Somebody
                Given Anna signs up as a customer
            """));

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("nobody called Anna became a customer").And.Contain("Scenarios as described: 1, failed: 1");
    }

    [Fact]
    public async Task A_step_that_nobody_knows_stops_the_file_before_anything_is_done()
    {
        var run = await RunAsync(Write(
            """
            Feature: A shop
              Scenario: A slip
                Given Anna signs up as a customer
                When Anna buys musik
            """));

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(":4: no step is called 'Anna buys musik'. The nearest is: {person} buys music.");
        run.Output.Should().NotContain("signs up");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("Feature: A shop", "holds no scenario")]
    [InlineData("Scenario: A shop", "is not Gherkin")]
    [InlineData("# language: fr\nFonctionnalité: A\n  Scénario: B\n    Soit Anna", "not in 'fr'")]
    [InlineData("Feature: A\n  Scenario: B\n    Given Anna signs up as a customer\n      | a |", ":3: no step takes a table")]
    [InlineData("Feature: A\n  Scenario: B\n    Given it is 31 February 2026", "no step is called 'it is 31 February 2026'")]
    public async Task A_file_that_is_not_understood_says_why(string text, string why)
    {
        var run = await RunAsync(Write(text));

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(why);
    }

    [Theory]
    [InlineData("99999999999 days pass")]
    [InlineData("the history of Anna has 99999999999 lines")]
    public async Task A_number_that_is_too_large_is_not_taken_for_another(string step)
    {
        var run = await RunAsync(Write($"Feature: A\n  Scenario: B\n    Given {step}"));

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain($"no step is called '{step}'");
    }

    [Theory]
    [InlineData("Given Anna lives in Atlantis", "the shop does not sell to 'Atlantis', but to Argentina,")]
    [InlineData("Given the shop declares that \"Newsletter\" uses \"shoe size\" too", "the shop has no data called 'shoe size', but 'address',")]
    [InlineData("Given the shop declares that \"Podcast\" uses \"name\" too", "the shop does nothing called 'Podcast', but 'Proof of what we did")]
    [InlineData("Given Anna may not agree to \"Newsletter\" without a parent", "Anna agreed, and it was recorded")]
    [InlineData("Given 1 consent no longer covers what the shop declares", "it is 0")]
    [InlineData("Given the shop records that 1 consent is no longer valid", "it is 0 of 0")]
    public async Task What_is_not_so_is_answered_with_what_is(string step, string answer)
    {
        var run = await RunAsync(Write($"Feature: A\n  Scenario: B\n    Given Anna signs up as a customer\n    {step}"));

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain($"FAILED {step}").And.Contain(answer);
    }

    [Fact]
    public async Task Names_and_all_are_not_said_together()
    {
        var run = await RunAsync("opted-out-customer", "--all");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("not both");
    }

    [Fact]
    public async Task A_name_that_nobody_knows_names_those_that_are_known()
    {
        var run = await RunAsync("newcomer");

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("There is no scenario and no file 'newcomer'. There are:").And.Contain("newcomer-with-a-reissued-key");
    }

    [Fact]
    public async Task Examples_of_an_outline_are_a_scenario_each()
    {
        var run = await RunAsync(Write(
            """
            Feature: A shop
              Background:
                Given Anna signs up as a customer
                And Bram signs up as a customer
              Scenario Outline: Twice
                Then the history of <who> has 1 line
                Examples:
                  | who  |
                  | Anna |
                  | Bram |
            """));

        run.Output.Should().EndWith("Scenarios as described: 2, failed: 0\n");
        run.ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("nl", "{person} wordt klant")]
    [InlineData("en", "{person} signs up as a customer")]
    public async Task What_a_step_can_say_is_shown(string language, string step)
    {
        var run = await RunAsync("--steps", language);

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain(step);
    }

    [Fact]
    public async Task Time_does_not_go_back()
    {
        var run = await RunAsync(Write("Feature: A\n  Scenario: B\n    Given it is 1 March 2026\n    When it is 2026-02-01"));

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("time does not go back");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string WhatHappensIn(FeatureFile file)
    {
        var book = new StepBook(file.Language);
        return string.Join("; ", file.Scenarios.Select(scenario => string.Join(", ", scenario.Steps.Select(step => book.Find(step, file.Path).Step.Method.Name))));
    }

    private static Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(typeof(FeatureFile).Assembly, arguments);

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "of-my-own.feature");
        File.WriteAllText(path, text);
        return path;
    }
}
