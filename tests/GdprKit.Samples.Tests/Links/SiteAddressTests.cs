using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Links;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Links;

public sealed class SiteAddressTests(CrmApplication application)
{
    [Fact]
    public void Without_a_setting_it_is_where_the_site_listens() =>
        application.Services.GetRequiredService<SiteAddress>().Of("/privacy").Should().Be($"{application.Address}/privacy");

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("https://shop.example/")]
    public void A_setting_says_it_better(string setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [SiteAddress.Setting] = setting }).Build();

        new SiteAddress(configuration, application.Services).Of("/privacy").Should().Be("https://shop.example/privacy");
    }

    [Fact]
    public void Without_a_site_it_is_where_the_site_would_be()
    {
        using var services = new ServiceCollection().BuildServiceProvider();

        new SiteAddress(new ConfigurationBuilder().Build(), services).Of("/privacy").Should().Be("http://localhost:5080/privacy");
    }
}
