"""The bundled designations of October 2019 and December 2021, as published then.

`parties.yml` is the list, `customers.csv` a file of invented customers and suppliers to screen.
"""
