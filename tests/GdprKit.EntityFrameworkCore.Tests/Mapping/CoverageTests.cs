using GdprKit.EntityFrameworkCore.Chinook;
using GdprKit.EntityFrameworkCore.Club;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit.EntityFrameworkCore.Mapping;

/// <summary>What a host does about personal data that it stores and does not declare.</summary>
public sealed class CoverageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_production_an_undeclared_property_stops_the_start()
    {
        using var host = Host(Environments.Production, new WarningLog());

        var starting = () => host.StartAsync(Token);

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Contain(
            "GDPR4034: Customer.Email seems to hold an e-mail address, by 'email' in its name, and no map says what it is. "
            + "Add .Field(Key<DataCategory>.Parse(\"email-address\"), x => x.Email) to the map of Customer, or .NotPersonal(\"why not\", x => x.Email)");
    }

    [Fact]
    public async Task In_development_it_is_a_warning_with_the_line_to_add()
    {
        var log = new WarningLog();
        using var host = Host(Environments.Development, log);

        await host.StartAsync(Token);

        log.Warnings.Should().Contain(warning => warning.StartsWith("GDPR6001: GDPR4034: Customer.Email"));
    }

    [Fact]
    public async Task A_host_can_choose_to_refuse_in_development_and_to_warn_in_production()
    {
        using var strict = Host(Environments.Development, new WarningLog(), CoverageEnforcement.Refuse);
        using var lenient = Host(Environments.Production, new WarningLog(), CoverageEnforcement.Warn);

        await FluentActions.Awaiting(() => strict.StartAsync(Token)).Should().ThrowAsync<OptionsValidationException>();
        await FluentActions.Awaiting(() => lenient.StartAsync(Token)).Should().NotThrowAsync();
    }

    [Fact]
    public void Everything_undeclared_in_an_existing_database_is_found()
    {
        using var host = Host(Environments.Production, new WarningLog());

        CoverageReport.Of(host.Services.GetRequiredService<PersonalDataMap>()).Findings.Where(finding => finding.Kind is CoverageGap.UndeclaredProperty or CoverageGap.UndeclaredEntity)
            .Select(finding => finding.Place).Should().Equal(
                "Customer.Address", "Customer.City", "Customer.Company", "Customer.Email", "Customer.Phone", "Customer.SupportRepId",
                "Employee.BirthDate", "Employee.Email", "Employee.FirstName", "Employee.LastName", "Employee.Title",
                "Invoice", "Invoice.BillingAddress");
    }

    [Fact]
    public void A_discriminator_is_no_personal_data()
    {
        using var club = new ClubDatabase();

        CoverageReport.Of(club.Map).Findings.Select(finding => finding.Place).Should().NotContain("Party.Discriminator");
    }

    private static IHost Host(string environment, WarningLog log, CoverageEnforcement enforcement = CoverageEnforcement.Unspecified)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Services.AddSingleton<ILoggerProvider>(log);
        builder.Services.AddDbContext<ChinookContext>(options => options.UseSqlite("Data Source=:memory:"));
        builder.Services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Customer>(data => data.IsSubject(ShopKeys.Customers, c => c.CustomerId).Field(ShopKeys.Name, c => c.FirstName, c => c.LastName))
            .EnforceCoverage(enforcement)
            .UseEntityFrameworkCore<ChinookContext>());
        return builder.Build();
    }

    private sealed class WarningLog : ILoggerProvider, ILogger
    {
        public List<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Warnings.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
