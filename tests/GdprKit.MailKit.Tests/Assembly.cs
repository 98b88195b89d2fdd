[assembly: AssemblyFixture(typeof(SmtpServer))]
