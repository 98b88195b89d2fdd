namespace GdprKit.Conformance;

/// <summary>Links objects as an application does: the keys and the navigations, both ways.</summary>
internal static class Links
{
    public static void House(this Household household, params ReadOnlySpan<Person> residents)
    {
        foreach (var resident in residents)
        {
            resident.HouseholdId = household.Id;
            household.Residents.Add(resident);
        }
    }

    public static Order Of(this Order order, Person person, params ReadOnlySpan<string> lines)
    {
        (order.PersonCode, order.Person) = (person.Code, person);
        person.Orders.Add(order);
        foreach (var line in lines)
        {
            order.Lines.Add(new OrderLine { OrderId = order.Id, Number = order.Lines.Count + 1, Order = order, Text = line });
        }

        return order;
    }

    public static Session By(this Session session, Account account)
    {
        (session.AccountBranch, session.AccountNumber, session.Account) = (account.Branch, account.Number, account);
        account.Sessions.Add(session);
        return session;
    }
}
