using GdprKit.Samples.Application;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GdprKit.Samples.Mapping;

/// <summary>Whether the shop says of everything in its database what it is.</summary>
public sealed class CoverageTests(CrmApplication application)
{
    [Fact]
    public void Nothing_in_the_database_is_undeclared()
    {
        CoverageReport.Of(application.Services.GetRequiredService<PersonalDataMap>()).ToString().Should().Be("Nothing is undeclared.");
    }

    [Fact]
    public void Nothing_that_is_declared_cannot_work_as_it_was_meant()
    {
        application.Services.GetRequiredService<DataRetention>().Plan.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void It_starts_in_production_where_undeclared_data_are_refused()
    {
        using var shop = application.WithWebHostBuilder(builder => builder.UseEnvironment(Environments.Production));

        shop.Invoking(production => production.StartServer()).Should().NotThrow();
        shop.Services.GetRequiredService<IHostEnvironment>().IsProduction().Should().BeTrue();
    }
}
