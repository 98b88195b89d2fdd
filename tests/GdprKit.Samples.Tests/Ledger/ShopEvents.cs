using System.Net;
using GdprKit.Samples.Application;
using NodaTime;

namespace GdprKit.Samples.Ledger;

/// <summary>What people do in the shop, each a minute after the other, because entries within a millisecond have no order.</summary>
internal static class ShopEvents
{
    extension(CrmApplication application)
    {
        public ShopFile Shop => new(application.DatabasePath);

        /// <summary>Somebody named Ada Canary, of Gouda, becomes a customer.</summary>
        /// <returns>The number of the customer.</returns>
        public async Task<int> SignUpAsync(string email)
        {
            application.Clock.Advance(Duration.FromMinutes(1));
            using var visitor = application.CreateVisitor();
            var answer = await visitor.SubmitAsync(await visitor.GetAsync("/signup"), "form.sheet", new Dictionary<string, string>
            {
                ["Form.FirstName"] = "Ada",
                ["Form.LastName"] = "Canary",
                ["Form.Email"] = email,
                ["Form.Address"] = "Kade 1",
                ["Form.City"] = "Gouda",
            });
            answer.Status.Should().Be(HttpStatusCode.Redirect);
            return (int)application.Shop.Number($"SELECT CustomerId FROM Customer WHERE Email = '{email}'");
        }

        public async Task ChangeAsync(Visitor employee, int customer, Dictionary<string, string> values)
        {
            application.Clock.Advance(Duration.FromMinutes(1));
            var answer = await employee.SubmitAsync(await employee.GetAsync($"/customers/{customer}/edit"), "form.sheet", values);
            answer.Location.Should().Be($"/customers/{customer}");
        }

        public async Task RemoveAsync(Visitor employee, int customer)
        {
            application.Clock.Advance(Duration.FromMinutes(1));
            var answer = await employee.SubmitAsync(await employee.GetAsync($"/customers/{customer}/edit"), "form[action*='Remove']");
            answer.Location.Should().Be("/customers");
        }

        public async Task LeaveAsync(Visitor manager, int employee, string lastDay)
        {
            application.Clock.Advance(Duration.FromMinutes(1));
            await manager.SubmitAsync(await manager.GetAsync($"/employees/{employee}"), "form.filter", new Dictionary<string, string> { ["LeftOn"] = lastDay });
        }
    }
}
